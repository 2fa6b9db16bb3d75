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
import dev.enit.core.settings.Settings;
import dev.enit.core.workspace.Workspace;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** {@code enit systemd}: a unit file on the standard output; nothing is installed. */
public final class SystemdCommand implements Command {
  private static final String EPMD_PORT = "ERL_EPMD_PORT";
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
    program.addAll(options(key, workspace.settings(key.folder())));
    Optional<String> port =
        Optional.ofNullable(shell.environment().get(EPMD_PORT)).filter(value -> !value.isEmpty());
    boolean hasEpmdUnit =
        UNITS.stream().anyMatch(folder -> Files.exists(folder.resolve("epmd.service")));
    shell.out().print(new UnitFile(workspace.release(key), program, port, hasEpmdUnit).text());
    return ExitStatus.DONE;
  }

  /** What a process in the directory / would not find by itself. */
  private static List<String> options(ReleaseKey key, Settings settings) {
    List<String> options = new ArrayList<>();
    Path releaseDir = key.roots().releaseDir();
    if (!releaseDir.equals(Settings.DEFAULT_RELEASE_DIR)) {
      options.addAll(List.of("--release-dir", releaseDir.toString()));
    }
    key.roots()
        .configDir()
        .filter(folder -> !folder.equals(Settings.DEFAULT_CONFIG_DIR))
        .ifPresent(folder -> options.addAll(List.of("--config-dir", folder.toString())));
    settings.otp().ifPresent(otp -> options.addAll(List.of("--otp", otp.toString())));
    settings.libDirs().forEach(folder -> options.addAll(List.of("--lib-dir", folder.toString())));
    return options;
  }
}
