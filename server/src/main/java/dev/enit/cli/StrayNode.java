package dev.enit.cli;

import dev.enit.core.node.LocalProcess;
import dev.enit.core.text.Messages;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The node of a release whose files are gone: nothing says any more which cookie it has, and so it
 * cannot be asked; its process is all that is left to go by.
 */
public record StrayNode(String release, long pid) {

  /** The node that enit started for a release of a name, by the processes of this host. */
  public static Optional<StrayNode> of(String release) {
    return LocalProcess.all().stream()
        .filter(process -> process.release().filter(release::equals).isPresent())
        .map(process -> new StrayNode(release, process.pid()))
        .findFirst();
  }

  /**
   * What is the matter and how the node can be stopped.
   *
   * @param directory the release directory
   */
  public String message(Path directory, Shell shell) {
    return Messages.text(
        "cli.error.no-release.runs", release, shell.shown(directory), Long.toString(pid));
  }
}
