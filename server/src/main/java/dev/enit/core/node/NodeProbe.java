package dev.enit.core.node;

import dev.enit.core.config.Cookie;
import dev.enit.core.node.wire.BadRpc;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.node.wire.Network;
import dev.enit.core.node.wire.NodeName;
import dev.enit.core.node.wire.UnreachableException;
import dev.enit.core.node.wire.UnreachableReason;
import dev.enit.core.release.Release;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Finds out how the nodes of releases are, and connects with them. The processes of this host come
 * first: a node that is not the release's is not asked, and a connected one has to say that it is
 * the release's before anything else is asked of it.
 *
 * <p>May be used from several threads; the processes are looked through once at most.
 */
public final class NodeProbe {
  /** How long a node may take from its start until it can be connected with. */
  private static final Duration TO_REGISTER = Duration.ofSeconds(10);

  private final Network network;
  private final Map<String, String> environment;
  private @Nullable List<LocalProcess> processes;

  /**
   * Looks for nodes.
   *
   * @param environment of this program, or what shall count as that
   */
  public NodeProbe(Network network, Map<String, String> environment) {
    this.network = network;
    this.environment = environment;
  }

  /** A process of the node of a release has ended, as it was wanted. */
  void forget(Release release, long pid) {
    RunRecord.forget(identity(release), environment, pid);
  }

  /** The status of the node of a release, at the deadline at the latest. */
  public NodeStatus probe(Release release, Deadline deadline) {
    return probe(release, deadline, _ -> {});
  }

  /**
   * As {@link #probe(Release, Deadline)}.
   *
   * @param more takes the connection of a node that has said how it is, before it is closed
   */
  NodeStatus probe(Release release, Deadline deadline, Consumer<Agent> more) {
    try (Agent agent = connect(release, deadline)) {
      NodeStatus status = NodeStatus.of(agent.status(deadline), release);
      more.accept(agent);
      return status;
    } catch (NotReached e) {
      return e.status();
    } catch (UnreachableException e) {
      return hidden(e.reason());
    } catch (AgentRefusal e) {
      String said = String.valueOf(e.getMessage());
      return hidden(new UnreachableReason.Refused(release.node().nodename(), said));
    }
  }

  /**
   * An agent in the node of a release.
   *
   * @throws NotReached with the status that the node has instead
   */
  public Agent connect(Release release, Deadline deadline) throws NotReached {
    return connect(release, match(release), deadline);
  }

  /**
   * As {@link #connect(Release, Deadline)}.
   *
   * @param match what the processes of this host tell of the node
   */
  Agent connect(Release release, ProcessMatch match, Deadline deadline) throws NotReached {
    if (match instanceof ProcessMatch.Stranger(LocalProcess process)) {
      throw new NotReached(inUse(release, NameHolder.of(process, identity(release)), null));
    }
    Optional<NodeName> name = NodeName.of(name(release, match));
    Optional<Cookie> cookie = release.node().cookie();
    if (name.isEmpty()) {
      String configured = release.node().nodename();
      throw new NotReached(hidden(new UnreachableReason.BadName(release.name(), configured)));
    }
    if (cookie.isEmpty()) {
      UnreachableReason reason = AskableRelease.withoutCookie(release);
      throw new NotReached(new NodeStatus.Hidden(reason, pid(match)));
    }
    try {
      return proven(
          Agent.connect(name.get(), cookie.get(), network, deadline), release, match, deadline);
    } catch (UnreachableException e) {
      throw new NotReached(unreached(AskableRelease.reason(e.reason(), release), release, match));
    }
  }

  /** What the processes of this host tell of the node of a release. */
  synchronized ProcessMatch match(Release release) {
    if (!isHere(release)) {
      return new ProcessMatch.None();
    }
    if (processes == null) {
      processes = LocalProcess.all();
    }
    return ProcessMatch.of(release, network, processes);
  }

  /** The one that its process has: the files may give it another one by now. */
  private String name(Release release, ProcessMatch match) {
    return match instanceof ProcessMatch.Ours(LocalProcess process)
            && NodeName.of(process.nodename())
                .filter(name -> network.isHere(name.host()))
                .isPresent()
        ? process.nodename()
        : release.node().nodename();
  }

  private Agent proven(Agent agent, Release release, ProcessMatch match, Deadline deadline)
      throws UnreachableException, NotReached {
    Optional<NameHolder> stranger;
    try {
      stranger = stranger(NodeProof.of(agent.client(), deadline), release, match);
    } catch (BadRpc e) {
      agent.close();
      String node = release.node().nodename();
      throw new UnreachableException(
          new UnreachableReason.Refused(node, String.valueOf(e.reason())));
    } catch (UnreachableException e) {
      agent.close();
      throw e;
    }
    if (stranger.isPresent()) {
      agent.close();
      throw new NotReached(inUse(release, stranger.get(), null));
    }
    return agent;
  }

  /** What the connected node is, where it is not the release's. */
  private Optional<NameHolder> stranger(NodeProof proof, Release release, ProcessMatch match) {
    NodeIdentity identity = identity(release);
    NodeArguments node = proof.arguments();
    if (!isHere(release)) {
      // Its directories are those of another host: what stands here may be a copy of them.
      boolean isOther = node.release().filter(other -> !other.equals(release.name())).isPresent();
      return isOther ? Optional.of(NameHolder.of(proof, identity)) : Optional.empty();
    }
    Optional<LocalProcess> seen =
        proof.pid().isPresent() ? LocalProcess.of(proof.pid().getAsLong()) : Optional.empty();
    if (match instanceof ProcessMatch.Ours(LocalProcess ours)) {
      boolean isIt = proof.pid().equals(OptionalLong.of(ours.pid())) && identity.matches(node);
      return isIt ? Optional.empty() : Optional.of(occupant(proof, seen, identity));
    }
    if (match instanceof ProcessMatch.Unproven(LocalProcess process)
        && process.epmdPort().isPresent()
        && !process.isElsewhere()
        && !proof.pid().equals(OptionalLong.of(process.pid()))) {
      return Optional.of(occupant(proof, seen, identity));
    }
    if (!node.isOfEnit()) {
      return Optional.empty();
    }
    boolean isOurs =
        identity.matches(node)
            && seen.map(process -> !process.isElsewhere() && identity.matches(process.arguments()))
                .orElse(!LocalProcess.areAllVisible());
    return isOurs ? Optional.empty() : Optional.of(occupant(proof, seen, identity));
  }

  private static NameHolder occupant(
      NodeProof proof, Optional<LocalProcess> seen, NodeIdentity identity) {
    return seen.filter(process -> process.arguments().equals(proof.arguments()))
        .map(process -> NameHolder.of(process, identity))
        .orElseGet(() -> NameHolder.of(proof, identity));
  }

  private NodeStatus unreached(UnreachableReason reason, Release release, ProcessMatch match) {
    return switch (match) {
      case ProcessMatch.Ours(LocalProcess process) ->
          isBooting(process, reason)
              ? new NodeStatus.Booting(process.pid())
              : new NodeStatus.Hidden(reason, OptionalLong.of(process.pid()));
      // Whether it has the cookie it does not say, or the files do not.
      case ProcessMatch.Unproven(LocalProcess process) when isUndecided(reason) ->
          new NodeStatus.Hidden(reason, OptionalLong.of(process.pid()));
      case ProcessMatch.Unproven(LocalProcess process) ->
          // With a port that cannot be seen it may be registered with another name server.
          process.epmdPort().isEmpty() && isNotThere(reason)
              ? stopped(release)
              : inUse(release, NameHolder.of(process, identity(release)), reason);
      case ProcessMatch.Stranger(LocalProcess process) ->
          inUse(release, NameHolder.of(process, identity(release)), reason);
      case ProcessMatch.Lookalike _, ProcessMatch.None _ -> unseen(reason, release);
    };
  }

  /** A node that no process of this host seems to be. */
  private NodeStatus unseen(UnreachableReason reason, Release release) {
    if (!isHere(release)) {
      // A node of another host may have outlived its name server.
      return reason instanceof UnreachableReason.UnknownToEpmd
          ? new NodeStatus.Stopped()
          : hidden(reason);
    }
    // A name server may know a node for a moment that has just ended.
    if (isNotThere(reason)
        || reason instanceof UnreachableReason.PortClosed
        || reason instanceof UnreachableReason.Lost) {
      return stopped(release);
    }
    if (!LocalProcess.areAllVisible() || reason instanceof UnreachableReason.CookieUnread) {
      return hidden(reason);
    }
    return reason instanceof UnreachableReason.NoAnswer(var _, var stage, var _)
            && stage == UnreachableReason.Stage.EPMD
        ? stopped(release)
        : inUse(release, NameHolder.unknown(), reason);
  }

  private static OptionalLong pid(ProcessMatch match) {
    return match instanceof ProcessMatch.Ours(LocalProcess process)
        ? OptionalLong.of(process.pid())
        : OptionalLong.empty();
  }

  private NodeStatus stopped(Release release) {
    return new NodeStatus.Stopped(
        RunRecord.of(identity(release), environment).flatMap(RunRecord::end));
  }

  private static boolean isNotThere(UnreachableReason reason) {
    return reason instanceof UnreachableReason.UnknownToEpmd
        || reason instanceof UnreachableReason.EpmdDown;
  }

  /** Whether a node that cannot be asked for a reason may be the one that was looked for. */
  private static boolean isUndecided(UnreachableReason reason) {
    return switch (reason) {
      case UnreachableReason.WrongCookie _,
          UnreachableReason.OtherHost _,
          UnreachableReason.TlsExpected _,
          UnreachableReason.UnknownToEpmd _,
          UnreachableReason.EpmdDown _ ->
          false;
      default -> true;
    };
  }

  private static boolean isBooting(LocalProcess process, UnreachableReason reason) {
    // The name server is started before the emulator.
    return !process.isEmulator()
        || (reason instanceof UnreachableReason.UnknownToEpmd
            && process.age().compareTo(TO_REGISTER) < 0);
  }

  private static NodeStatus inUse(
      Release release, NameHolder occupant, @Nullable UnreachableReason reason) {
    return new NodeStatus.NameInUse(
        release.name(), release.node().nodename(), occupant, Optional.ofNullable(reason));
  }

  private NodeIdentity identity(Release release) {
    return NodeIdentity.of(release.key(), network);
  }

  private boolean isHere(Release release) {
    return ProcessMatch.isHere(release, network);
  }

  private static NodeStatus hidden(UnreachableReason reason) {
    return new NodeStatus.Hidden(reason, OptionalLong.empty());
  }
}
