package dev.enit.lsp.session;

import dev.enit.core.live.LiveNodes;
import dev.enit.core.live.LivePolicy;
import dev.enit.core.live.LiveState;
import dev.enit.core.node.wire.Network;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.workspace.Workspace;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;

/**
 * Follows the nodes of the releases whose files the client has open, as far as it wants that, and
 * puts what is known of them into the world.
 */
public final class LiveView implements LiveNodes.Listener {
  /**
   * How long an opened file waits, in milliseconds: the first findings are made meanwhile, and what
   * an editor opens at its start comes in one go.
   */
  private static final long DELAY = 300;

  private final Session session;
  private final LiveNodes nodes;
  private final Latest<Boolean> lane;

  LiveView(Session session, Map<String, String> environment) {
    this.session = session;
    Network network =
        Network.of(session.host().snapshot().host().shortName(), environment);
    this.nodes =
        new LiveNodes(session.host()::saved, network, session.workers().live(), this);
    this.lane = new Latest<>(session.workers().views(), this::fenced);
    session.workers().atEnd(nodes::close);
  }

  /** Other files may be open. */
  void changed() {
    var _ = session.workers().after(DELAY, () -> lane.submit(true));
  }

  /** The client has other settings. */
  void switched() {
    ClientSettings settings = session.configuration().present();
    nodes.rule(
        new LivePolicy(
            settings.isOn(ClientSetting.TRUSTED),
            settings.isOn(ClientSetting.LIVE),
            settings.isOn(ClientSetting.LIVE_ELSEWHERE)));
  }

  /** Somebody wants to see the node of a release, wherever it is. */
  public void ask(ReleaseKey release) {
    nodes.ask(release);
  }

  /** The node of a release was just started, changed or stopped. */
  public void look(ReleaseKey release) {
    nodes.look(release);
  }

  /** Files were saved or changed on the disk. */
  void filesChanged(Iterable<Path> paths) {
    Workspace workspace = session.host().snapshot();
    paths.forEach(path -> workspace.releaseOf(path).ifPresent(nodes::look));
  }

  /** Whether what is known of a node is kept up to date. */
  public boolean isFollowed(ReleaseKey release) {
    return nodes.isFollowed(release);
  }

  private void fenced(boolean ignored) {
    try {
      Workspace workspace = session.host().snapshot();
      Set<ReleaseKey> shown = new HashSet<>();
      workspace.openFiles().forEach(path -> workspace.releaseOf(path).ifPresent(shown::add));
      nodes.follow(shown);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      session.log().fault("the running nodes", e);
    }
  }

  @Override
  public void told(ReleaseKey key, LiveState state) {
    session.host().live(key, state);
    session.liveChanged(key);
  }

  @Override
  public void beat(ReleaseKey key) {
    session.lenses().changed();
  }
}
