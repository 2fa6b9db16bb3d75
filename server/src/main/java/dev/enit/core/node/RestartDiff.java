package dev.enit.core.node;

import dev.enit.core.node.AppliedRecord.Waiting;
import java.util.List;
import java.util.Optional;

/**
 * What only a restart of the node brings.
 *
 * @param version of the release at the start of the node, where the one on disk is another
 * @param added applications that the release has now and the node was started without
 * @param removed applications that the node was started with and the release has no more
 * @param node settings of the node section, without the cookie
 * @param waiting keys that are applied already
 */
public record RestartDiff(
    Optional<String> version,
    List<String> added,
    List<String> removed,
    List<Difference> node,
    List<Waiting> waiting) {
  public RestartDiff {
    added = List.copyOf(added);
    removed = List.copyOf(removed);
    node = List.copyOf(node);
    waiting = List.copyOf(waiting);
  }

  public boolean isEmpty() {
    return version.isEmpty()
        && added.isEmpty()
        && removed.isEmpty()
        && node.isEmpty()
        && waiting.isEmpty();
  }

  /** How many things wait for the restart. */
  public int count() {
    return (version.isPresent() ? 1 : 0)
        + added.size()
        + removed.size()
        + node.size()
        + waiting.size();
  }
}
