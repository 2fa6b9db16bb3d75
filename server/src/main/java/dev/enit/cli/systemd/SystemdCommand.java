package dev.enit.cli.systemd;

import dev.enit.cli.Arguments;
import dev.enit.cli.Command;
import dev.enit.cli.ExitStatus;
import dev.enit.cli.ReleaseFinder;
import dev.enit.cli.Shape;
import dev.enit.cli.Shell;
import dev.enit.cli.StatedError;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.report.Obstacle;
import dev.enit.core.report.UnitFile;
import dev.enit.core.workspace.Workspace;
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
  public Shape shape() {
    return Shape.command("systemd").flag("-m", "--match").parameters("RELEASE", "1");
  }

  @Override
  public int run(Arguments arguments, Shell shell) {
    Workspace workspace = shell.workspace(arguments).snapshot();
    ReleaseFinder finder = new ReleaseFinder(workspace, arguments, shell);
    ReleaseKey key = finder.one(arguments.parameters().getFirst(), arguments.has("--match"));
    Obstacle.of(workspace, key)
        .ifPresent(
            obstacle -> {
              throw StatedError.of(
                  "cli.config.obstacle",
                  shell.shown(obstacle.path()),
                  obstacle.reason(),
                  key.name());
            });
    List<String> program = new ArrayList<>();
    program.add(OwnProgram.path(shell).toString());
    program.addAll(new UnitOptions(shell).of(workspace.release(key), workspace));
    boolean hasEpmdUnit =
        UNITS.stream().anyMatch(folder -> Files.exists(folder.resolve("epmd.service")));
    UnitFile unit = new UnitFile(workspace.release(key), program, variables(shell), hasEpmdUnit);
    shell.out().print(unit.text());
    return ExitStatus.DONE;
  }

  /** What the node would have here, and not as a unit. */
  private static Map<String, String> variables(Shell shell) {
    Map<String, String> variables = new LinkedHashMap<>();
    for (String name : List.of(UnitFile.EPMD_PORT, "ERL_LIBS")) {
      String value = shell.environment().getOrDefault(name, "");
      if (!value.isEmpty()) {
        variables.put(name, value);
      }
    }
    return variables;
  }
}
