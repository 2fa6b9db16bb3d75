package dev.enit.cli.command;

import dev.enit.cli.terminal.Output;
import dev.enit.core.settings.HostFacts;
import dev.enit.core.workspace.WorkspaceHost;
import java.io.InputStream;
import java.nio.file.InvalidPathException;
import java.nio.file.Path;
import java.util.Map;
import java.util.function.Supplier;

/**
 * The process in which a command runs, as far as commands use it.
 *
 * @param directory the working directory, absolute
 * @param isTerminal whether {@code out} is a terminal
 * @param host the facts of this computer, found out when they are asked for
 */
public record CommandContext(
    Path directory,
    Map<String, String> environment,
    InputStream in,
    Output out,
    Output err,
    boolean isTerminal,
    Supplier<HostFacts> host) {
  private static final int DEFAULT_WIDTH = 120;

  /** Returns a workspace with the settings of the options and the environment. */
  public WorkspaceHost workspace(Arguments arguments) {
    return new WorkspaceHost(GlobalOptions.settings(arguments, this), environment, host.get());
  }

  /** Returns the number of columns that a line may have. */
  public int width() {
    String columns = environment.getOrDefault("COLUMNS", "");
    return columns.matches("[1-9]\\d{1,3}") ? Integer.parseInt(columns) : DEFAULT_WIDTH;
  }

  /** Returns the absolute, normalised path for a path that the user wrote. */
  public Path path(String written) {
    try {
      return directory.resolve(written).normalize();
    } catch (InvalidPathException e) {
      // A locale such as C has no letters but those of ASCII for the names of files.
      throw UserError.of("cli.error.invalid-path", written);
    }
  }

  /** Returns a path for the user: relative to the working directory if it lies below it. */
  public String shown(Path path) {
    if (path.equals(directory)) {
      return ".";
    }
    boolean isBelow = directory.getNameCount() > 0 && path.startsWith(directory);
    return isBelow ? directory.relativize(path).toString() : path.toString();
  }
}
