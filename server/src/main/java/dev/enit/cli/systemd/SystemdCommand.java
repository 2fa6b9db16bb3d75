package dev.enit.cli.systemd;

import dev.enit.cli.command.Arguments;
import dev.enit.cli.command.Command;
import dev.enit.cli.command.CommandContext;
import dev.enit.cli.command.CommandDefinition;
import dev.enit.cli.command.ExitStatus;
import dev.enit.cli.command.NamedRelease;
import dev.enit.core.config.LaunchSettings;
import dev.enit.core.release.Release;
import dev.enit.core.report.UnitFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** {@code enit systemd}: a unit file on the standard output; nothing is installed. */
public final class SystemdCommand implements Command {
  private static final List<Path> UNITS =
      List.of(
          Path.of("/etc/systemd/system"),
          Path.of("/usr/lib/systemd/system"),
          Path.of("/lib/systemd/system"));

  private static final String NAME = "enit";
  private static final Path USUAL = Path.of("/usr/bin/enit");

  @Override
  public CommandDefinition shape() {
    return CommandDefinition.command("systemd").flag("-m", "--match").parameters("RELEASE", "1");
  }

  @Override
  public int run(Arguments arguments, CommandContext context) {
    NamedRelease named = NamedRelease.of(arguments, context);
    Release release = named.whole();
    List<String> program = new ArrayList<>();
    program.add(program(context).toString());
    program.addAll(new UnitOptions(context).of(release, named.workspace()));
    boolean hasEpmdUnit =
        UNITS.stream().anyMatch(folder -> Files.exists(folder.resolve("epmd.service")));
    UnitFile unit = new UnitFile(release, program, variables(release, context), hasEpmdUnit);
    context.out().print(unit.text());
    return ExitStatus.DONE;
  }

  /**
   * Returns the program of this distribution by a path that stays the same with the next one: the
   * link on the search path that leads to it, else its own file.
   */
  private static Path program(CommandContext context) {
    // The modules for nodes lie beside it.
    Path erlang = Path.of(System.getProperty("enit.erlang", "")).toAbsolutePath().normalize();
    Path own = erlang.resolve("../../../bin").normalize().resolve(NAME);
    for (String folder : context.environment().getOrDefault("PATH", "").split(":", -1)) {
      if (folder.startsWith("/") && isSame(Path.of(folder, NAME), own)) {
        return Path.of(folder, NAME);
      }
    }
    return Files.isExecutable(own) ? own : USUAL;
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns the environment variables that the node would have here, and not as a unit. */
  private static Map<String, String> variables(Release release, CommandContext context) {
    Map<String, String> variables = new LinkedHashMap<>();
    boolean isOfRoot = LaunchSettings.of(release.config()).user().isEmpty();
    for (String name :
        isOfRoot ? List.of(UnitFile.EPMD_PORT, "ERL_LIBS") : List.of(UnitFile.EPMD_PORT)) {
      String value = context.environment().getOrDefault(name, "");
      if (!value.isEmpty()) {
        variables.put(name, value);
      }
    }
    return variables;
  }
}
