package dev.enit.cli.command;

import dev.enit.core.node.LocalProcess;
import dev.enit.core.text.Messages;
import java.nio.file.Path;
import java.util.Optional;
import java.util.stream.Stream;

/**
 * The node of a release whose files are gone. Its cookie is unknown, so it cannot be asked; only
 * its process is known.
 */
public record OrphanNode(String release, long pid) {

  /** Returns the node that enit started for a release of a name in a release directory. */
  static Optional<OrphanNode> of(String release, Path directory) {
    return all(directory).filter(node -> node.release.equals(release)).findFirst();
  }

  /** Returns the nodes of this host that enit started from a release directory. */
  public static Stream<OrphanNode> all(Path directory) {
    return LocalProcess.all().stream()
        .filter(process -> process.isOf(directory))
        .flatMap(process -> process.release().map(name -> of(name, process)).stream());
  }

  private static OrphanNode of(String release, LocalProcess process) {
    return new OrphanNode(release, process.pid());
  }

  /**
   * Returns the message that the node runs and how it can be stopped.
   *
   * @param directory the release directory
   */
  public String message(Path directory, CommandContext context) {
    return Messages.text(
        "cli.error.no-release.runs", release, context.shown(directory), Long.toString(pid));
  }
}
