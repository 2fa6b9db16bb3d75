package dev.enit.core.node;

import dev.enit.core.config.Cookie;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.node.wire.Network;
import dev.enit.core.node.wire.NodeName;
import dev.enit.core.node.wire.NodeUnreachable;
import dev.enit.core.node.wire.Unreachable;
import dev.enit.core.release.Release;
import java.util.List;
import java.util.Optional;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how the nodes of releases are. May be asked from several threads; the processes of this
 * host are looked through once at most.
 */
public final class NodeProbe {
  private final Network network;
  private @Nullable List<LocalProcess> processes;

  public NodeProbe(Network network) {
    this.network = network;
  }

  /** The status of the node of a release, at the deadline at the latest. */
  public NodeStatus probe(Release release, Deadline deadline) {
    try (Agent agent = connect(release, deadline)) {
      return NodeStatus.of(agent.status(deadline), release);
    } catch (NotReached e) {
      return e.status();
    } catch (NodeUnreachable e) {
      return hidden(e.reason());
    } catch (AgentRefusal e) {
      String said = String.valueOf(e.getMessage());
      return hidden(new Unreachable.Refused(release.node().nodename(), said));
    }
  }

  /**
   * An agent in the node of a release.
   *
   * @throws NotReached with the status that the node has instead
   */
  public Agent connect(Release release, Deadline deadline) throws NotReached {
    Optional<NodeName> name = NodeName.of(release.node().nodename());
    Optional<Cookie> cookie = release.node().cookie();
    if (name.isEmpty()) {
      String configured = release.node().nodename();
      throw new NotReached(hidden(new Unreachable.BadName(release.name(), configured)));
    }
    if (cookie.isEmpty()) {
      throw new NotReached(hidden(new Unreachable.NoCookie(release.name())));
    }
    try {
      return Agent.connect(name.get(), cookie.get(), network, deadline);
    } catch (NodeUnreachable e) {
      throw new NotReached(unreached(e.reason(), name.get()));
    }
  }

  private static NodeStatus hidden(Unreachable reason) {
    return new NodeStatus.Hidden(reason, OptionalLong.empty());
  }

  private NodeStatus unreached(Unreachable reason, NodeName node) {
    boolean isHere = network.isHere(node.host());
    OptionalLong pid = isHere ? processOf(node) : OptionalLong.empty();
    boolean isStopped =
        pid.isEmpty()
            && switch (reason) {
              case Unreachable.UnknownToEpmd _ -> true;
              // A node of another host may have outlived its name server.
              case Unreachable.EpmdDown _ -> isHere;
              default -> false;
            };
    return isStopped ? new NodeStatus.Stopped() : new NodeStatus.Hidden(reason, pid);
  }

  private synchronized OptionalLong processOf(NodeName node) {
    if (processes == null) {
      processes = LocalProcess.all();
    }
    return processes.stream()
        .filter(process -> process.isNamed(node.full()))
        .mapToLong(LocalProcess::pid)
        .findFirst();
  }
}
