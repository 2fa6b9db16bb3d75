package dev.enit.core.live;

import dev.enit.core.node.LocalProcess;
import dev.enit.core.node.NameHolder;
import dev.enit.core.node.NodeIdentity;
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
public final class ProcessProbe {
  private final Network network;
  private final List<LocalProcess> processes;

  /** Looks through the processes once. */
  public ProcessProbe(Network network) {
    this.network = network;
    this.processes = LocalProcess.all();
  }

  /** How the node of a release is, as far as that can be seen. */
  public NodeSummary of(Release release) {
    String node = release.node().nodename();
    boolean isHere = NodeName.of(node).map(name -> network.isHere(name.host())).orElse(false);
    if (!isHere) {
      return new NodeSummary(NodeSummary.Kind.UNKNOWN, Messages.text("live.UNKNOWN"));
    }
    return switch (ProcessMatch.of(release, network, processes)) {
      case ProcessMatch.Ours(LocalProcess process) ->
          process.isEmulator()
              ? running("live.running", process)
              : NodeSummary.booting(process.pid());
      // Whether it has the cookie of the release cannot be seen.
      case ProcessMatch.Unproven(LocalProcess process) -> running("live.unproven", process);
      case ProcessMatch.Stranger(LocalProcess process) ->
          NodeSummary.inUse(NameHolder.of(process, NodeIdentity.of(release.key(), network)));
      case ProcessMatch.Lookalike _, ProcessMatch.None _ ->
          new NodeSummary(NodeSummary.Kind.STOPPED, Messages.text("live.stopped"));
    };
  }

  private static NodeSummary running(String key, LocalProcess process) {
    String pid = Messages.text("live.pid", Long.toString(process.pid()));
    return new NodeSummary(NodeSummary.Kind.RUNNING, Messages.text(key) + " · " + pid);
  }
}
