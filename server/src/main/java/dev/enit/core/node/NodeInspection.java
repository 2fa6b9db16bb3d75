package dev.enit.core.node;

import dev.enit.core.node.wire.Deadline;
import dev.enit.core.node.wire.UnreachableException;
import dev.enit.core.otp.ModuleDigests;
import dev.enit.core.release.Release;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The status of a node together with its comparison with the files.
 *
 * @param diff empty where the node does not run or cannot say how it is configured, or where a part
 *     of the release cannot be read
 */
public record NodeInspection(NodeStatus status, Optional<ReleaseDiff> diff) {

  /** Asks the node of a release, on one connection. */
  public static NodeInspection of(
      Release release, NodeProbe probe, ModuleDigests digests, Deadline deadline) {
    List<ReleaseDiff> diffs = new ArrayList<>(1);
    NodeStatus status =
        probe.probe(
            release,
            deadline,
            agent -> {
              if (release.isWhole()) {
                compare(release, agent, digests, deadline).ifPresent(diffs::add);
              }
            });
    return new NodeInspection(status, diffs.stream().findFirst());
  }

  private static Optional<ReleaseDiff> compare(
      Release release, Agent agent, ModuleDigests digests, Deadline deadline) {
    try {
      return Optional.of(ReleaseDiff.of(release, agent, digests, deadline));
    } catch (UnreachableException | AgentRefusal e) {
      // The status says what is the matter with a node that does not answer.
      return Optional.empty();
    }
  }

  /** What a restart of the node would bring, as far as that is known. */
  public Optional<RestartDiff> restart() {
    return diff.map(ReleaseDiff::restart)
        .map(restart -> status instanceof NodeStatus.Starting ? restart.ofCode() : restart);
  }
}
