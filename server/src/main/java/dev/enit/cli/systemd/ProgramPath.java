package dev.enit.cli.systemd;

import dev.enit.cli.command.CommandContext;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;

/** By which path this program is called. */
final class ProgramPath {
  private static final String NAME = "enit";
  private static final Path USUAL = Path.of("/usr/bin/enit");

  private ProgramPath() {}

  /**
   * The program of this distribution, by the name that stays the same with the next one: the link
   * on the search path that leads to it, else its own file.
   */
  static Path path(CommandContext context) {
    Path own = ofDistribution();
    for (String folder : context.environment().getOrDefault("PATH", "").split(":", -1)) {
      if (folder.startsWith("/") && isSame(Path.of(folder, NAME), own)) {
        return Path.of(folder, NAME);
      }
    }
    return Files.isExecutable(own) ? own : USUAL;
  }

  /** The modules for nodes lie beside it. */
  private static Path ofDistribution() {
    String erlang = System.getProperty("enit.erlang", "");
    return Path.of(erlang)
        .toAbsolutePath()
        .normalize()
        .resolve("../../../bin")
        .normalize()
        .resolve(NAME);
  }

  private static boolean isSame(Path one, Path other) {
    try {
      return Files.isSameFile(one, other);
    } catch (IOException e) {
      return false;
    }
  }
}
