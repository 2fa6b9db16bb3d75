package dev.enit.cli;

import dev.enit.cli.terminal.Output;
import java.io.InputStream;
import java.nio.file.Path;
import java.util.Map;

/**
 * What a command sees of the process that it runs in.
 *
 * @param directory the working directory, absolute
 * @param isTerminal whether a person looks at {@code out}
 */
public record Shell(
    Path directory,
    Map<String, String> environment,
    InputStream in,
    Output out,
    Output err,
    boolean isTerminal) {

  /** A path as the user wrote it, absolute and normalised. */
  public Path path(String written) {
    return directory.resolve(written).normalize();
  }

  /** A path for the user: relative to the working directory where it lies below it. */
  public String shown(Path path) {
    if (path.equals(directory)) {
      return ".";
    }
    return path.startsWith(directory) ? directory.relativize(path).toString() : path.toString();
  }
}
