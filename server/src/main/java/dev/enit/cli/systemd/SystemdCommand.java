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

  @Override
  public CommandDefinition shape() {
    return CommandDefinition.command("systemd").flag("-m", "--match").parameters("RELEASE", "1");
  }

  @Override
  public int run(Arguments arguments, CommandContext context) {
    NamedRelease named = NamedRelease.of(arguments, context);
    Release release = named.whole();
    List<String> program = new ArrayList<>();
    program.add(ProgramPath.path(context).toString());
    program.addAll(new UnitOptions(context).of(release, named.workspace()));
    boolean hasEpmdUnit =
        UNITS.stream().anyMatch(folder -> Files.exists(folder.resolve("epmd.service")));
    UnitFile unit = new UnitFile(release, program, variables(release, context), hasEpmdUnit);
    context.out().print(unit.text());
    return ExitStatus.DONE;
  }

  /** What the node would have here, and not as a unit. */
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
