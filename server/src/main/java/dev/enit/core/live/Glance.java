package dev.enit.core.live;

import dev.enit.core.node.LocalProcess;
import dev.enit.core.node.wire.Network;
import dev.enit.core.node.wire.NodeName;
import dev.enit.core.release.Release;
import dev.enit.core.text.Messages;
import java.util.HashMap;
import java.util.Map;

/**
 * What the processes of this host tell of nodes that nobody follows, without a question to any of
 * them.
 */
public final class Glance {
  private final Network network;
  private final Map<String, Long> processes = new HashMap<>();

  /** Looks through the processes once. */
  public Glance(Network network) {
    this.network = network;
    for (LocalProcess process : LocalProcess.all()) {
      String name = process.nodename();
      processes.put(name.indexOf('@') < 0 ? name + "@" + network.shortHost() : name, process.pid());
    }
  }

  /** How the node of a release is, as far as that can be seen. */
  public StateLine of(Release release) {
    String node = release.node().nodename();
    Long pid = processes.get(node);
    if (pid != null) {
      String text = Messages.text("live.running") + " · " + Messages.text("live.pid", pid);
      return new StateLine(StateLine.Kind.RUNNING, text);
    }
    boolean isHere = NodeName.of(node).map(name -> network.isHere(name.host())).orElse(false);
    return isHere
        ? new StateLine(StateLine.Kind.STOPPED, Messages.text("live.stopped"))
        : new StateLine(StateLine.Kind.UNKNOWN, Messages.text("live.UNKNOWN"));
  }
}
