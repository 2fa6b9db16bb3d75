package dev.enit.cli.command;

import dev.enit.core.node.Agent;
import dev.enit.core.node.NodeProbe;
import dev.enit.core.node.NotReached;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.node.wire.Network;
import dev.enit.core.release.Release;
import java.time.Duration;
import java.util.Optional;

/** Access to nodes for commands: the network, the connection and the time limit. */
public final class NodeAccess {
  private NodeAccess() {}

  /** Returns the network in which this command line looks for nodes. */
  public static Network network(CommandContext context) {
    return Network.of(context.host().get().shortName(), context.environment());
  }

  /** Finds out how nodes are, from this command line. */
  public static NodeProbe probe(CommandContext context) {
    return new NodeProbe(network(context), context.environment());
  }

  /**
   * Returns an agent in the node of a release.
   *
   * @throws UserError where the node does not run or cannot be asked
   */
  public static Agent agent(Release release, CommandContext context, Deadline deadline) {
    try {
      return probe(context).connect(release, deadline);
    } catch (NotReached e) {
      throw e.status()
          .obstacle()
          .map(UserError::saying)
          .orElseGet(
              () -> UserError.of("cli.error.offline", release.node().nodename(), release.name()));
    }
  }

  /**
   * Returns the time limit of {@code --timeout}, which is given in seconds.
   *
   * @throws UserError where that is not a number above 0
   */
  public static Duration patience(Arguments arguments, Duration usual) {
    Optional<String> given = arguments.value("--timeout");
    if (given.isEmpty()) {
      return usual;
    }
    if (!given.get().matches("\\d{1,6}(\\.\\d{1,3})?") || given.get().matches("[0.]+")) {
      throw UserError.usage("cli.error.timeout", given.get());
    }
    return Duration.ofMillis((long) (Double.parseDouble(given.get()) * 1000));
  }
}
