package dev.enit.core.node;

import dev.enit.core.node.wire.Unreachable;
import dev.enit.core.text.Messages;
import java.util.List;
import java.util.OptionalLong;

/** What can be said of the node of a release at one moment. */
public sealed interface NodeStatus {

  /** Every application of the release runs. */
  record Running(NodeInfo info) implements NodeStatus {}

  /**
   * The node runs, and some application of the release does not yet.
   *
   * @param waiting those applications
   */
  record Starting(NodeInfo info, List<String> waiting) implements NodeStatus {
    public Starting {
      waiting = List.copyOf(waiting);
    }
  }

  /** The node does not run: its host is sure of that. */
  record Stopped() implements NodeStatus {}

  /**
   * Nothing can be asked of the node. It may well run.
   *
   * @param pid of its process, where it is one of this host
   */
  record Hidden(Unreachable reason, OptionalLong pid) implements NodeStatus {
    /** What is the matter, and what to do about it. */
    public String message() {
      if (pid.isEmpty()) {
        return reason.message();
      }
      return switch (reason) {
        // Without the process these say that no node was started.
        case Unreachable.EpmdDown down ->
            Messages.text("node.hidden.epmd-down", down.node(), pid.getAsLong(), down.port());
        case Unreachable.UnknownToEpmd unknown ->
            Messages.text(
                "node.hidden.unknown-to-epmd", unknown.node(), pid.getAsLong(), unknown.port());
        default -> Messages.text("node.hidden.process", reason.message(), pid.getAsLong());
      };
    }
  }
}
