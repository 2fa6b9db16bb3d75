package dev.enit.core.live;

import dev.enit.core.node.LocalProcess;
import dev.enit.core.node.NodeIdentity;
import dev.enit.core.node.Occupant;
import dev.enit.core.node.ProcessMatch;
import dev.enit.core.node.wire.Network;
import dev.enit.core.node.wire.NodeName;
import dev.enit.core.release.Release;
import dev.enit.core.text.Messages;
import java.util.List;

/**
 * What the processes of this host tell of nodes that nothing follows, without a question to any of
 * them.
 */
public final class Glance {
  private final Network network;
  private final List<LocalProcess> processes;

  /** Looks through the processes once. */
  public Glance(Network network) {
    this.network = network;
    this.processes = LocalProcess.all();
  }

  /** How the node of a release is, as far as that can be seen. */
  public StateLine of(Release release) {
    String node = release.node().nodename();
    boolean isHere = NodeName.of(node).map(name -> network.isHere(name.host())).orElse(false);
    if (!isHere) {
      return new StateLine(StateLine.Kind.UNKNOWN, Messages.text("live.UNKNOWN"));
    }
    return switch (ProcessMatch.of(release, network, processes)) {
      case ProcessMatch.Ours(LocalProcess process) ->
          process.isEmulator()
              ? running("live.running", process)
              : StateLine.booting(process.pid());
      // Whether it has the cookie of the release cannot be seen.
      case ProcessMatch.Unproven(LocalProcess process) -> running("live.unproven", process);
      case ProcessMatch.Stranger(LocalProcess process) ->
          StateLine.inUse(Occupant.of(process, NodeIdentity.of(release.key(), network)));
      case ProcessMatch.None _ ->
          new StateLine(StateLine.Kind.STOPPED, Messages.text("live.stopped"));
    };
  }

  private static StateLine running(String key, LocalProcess process) {
    String pid = Messages.text("live.pid", Long.toString(process.pid()));
    return new StateLine(StateLine.Kind.RUNNING, Messages.text(key) + " · " + pid);
  }
}
