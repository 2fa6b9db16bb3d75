package dev.enit.lsp.session;

import dev.enit.core.live.LivePolicy;
import dev.enit.core.live.LiveState;
import dev.enit.core.live.LiveState.Off.Why;
import dev.enit.core.live.NodeMonitors;
import dev.enit.core.node.wire.Network;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.workspace.Workspace;
import dev.enit.core.workspace.WorkspaceHost;
import java.nio.file.Path;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The live view: monitors the nodes of the releases with open files, as far as the settings allow,
 * and adds their states to the workspace.
 */
public final class LiveView implements SessionListener, NodeMonitors.Listener {
  /**
   * The delay after a file is opened, in milliseconds: the first diagnostics are computed in that
   * time, and the files that an editor opens at its start are handled together.
   */
  private static final long DELAY = 300;

  private final SessionContext context;
  private final Configuration configuration;
  private final TrustPolicy trust;
  private final NodeMonitors nodes;
  private final LatestOnly<Boolean> lane;
  private volatile boolean isStarted;
  private volatile Set<Path> open = Set.of();

  /** The shown releases whose nodes are not monitored; accessed only by tasks of {@link #lane}. */
  private Set<ReleaseKey> barred = Set.of();

  LiveView(SessionContext context, Configuration configuration, TrustPolicy trust) {
    this.context = context;
    this.configuration = configuration;
    this.trust = trust;
    WorkspaceHost host = context.host();
    Network network = Network.of(host.snapshot().host().shortName(), host.environment());
    this.nodes =
        new NodeMonitors(host::saved, network, host.environment(), context.workers().live(), this);
    this.lane = context.latestOnly(context.workers().views(), "the running nodes", _ -> update());
    context.workers().atEnd(nodes::close);
  }

  /** Starts monitoring: the settings of the client are known. */
  @Override
  public void ready() {
    isStarted = true;
    switchesChanged();
    workspaceChanged(null);
  }

  /**
   * Updates the monitored nodes: other files may be open.
   *
   * @param first the document that was opened or edited, or {@code null} for another change
   */
  @Override
  public void workspaceChanged(@Nullable Path first) {
    Set<Path> now = context.host().snapshot().openFiles();
    if (isStarted && (first == null || !now.equals(open))) {
      open = now;
      var _ = context.workers().after(DELAY, () -> lane.submit(true));
    }
  }

  /** Applies changed settings of the client. */
  @Override
  public void switchesChanged() {
    if (!isStarted) {
      return;
    }
    ClientSettings settings = configuration.present();
    nodes.rule(
        new LivePolicy(
            settings.isOn(ClientSetting.TRUSTED),
            settings.isOn(ClientSetting.LIVE),
            settings.isOn(ClientSetting.LIVE_ELSEWHERE)));
    lane.submit(true);
  }

  /** Monitors the node of a release on any host, as the user requests. */
  public void ask(ReleaseKey release) {
    nodes.ask(release);
  }

  /** Probes the node of a release: it was just started, changed or stopped. */
  public void look(ReleaseKey release) {
    nodes.look(release);
  }

  /** Probes the nodes of files that were saved or have changed on the disk. */
  @Override
  public void filesChanged(Collection<Path> paths) {
    Workspace workspace = context.host().snapshot();
    for (Path path : paths) {
      workspace.releaseOf(path).ifPresent(nodes::look);
      if (path.toString().endsWith(".app")) {
        nodes.lookAtAll();
      }
    }
  }

  /** Returns whether the state of a node is kept up to date. */
  public boolean isFollowed(ReleaseKey release) {
    return nodes.isFollowed(release);
  }

  private void update() {
    Workspace workspace = context.host().snapshot();
    Set<ReleaseKey> shown = new HashSet<>();
    workspace.openFiles().forEach(path -> workspace.releaseOf(path).ifPresent(shown::add));
    Map<ReleaseKey, Why> barred = new HashMap<>();
    if (trust.isTrusted()) {
      for (ReleaseKey key : shown) {
        trust.barred(workspace, key).ifPresent(why -> barred.put(key, why));
      }
    }
    shown.removeAll(barred.keySet());
    nodes.follow(shown);
    tellBarred(barred);
  }

  /**
   * Publishes the states of the nodes that are not monitored. The task is queued, so that a node
   * that was monitored before is forgotten by then.
   */
  private void tellBarred(Map<ReleaseKey, Why> now) {
    Set<ReleaseKey> before = barred;
    barred = Set.copyOf(now.keySet());
    context
        .workers()
        .live()
        .execute(
            () -> {
              before.stream()
                  .filter(key -> !now.containsKey(key) && isBarred(key))
                  .forEach(key -> told(key, new LiveState.Unknown()));
              now.forEach(
                  (key, why) -> {
                    LiveState state = new LiveState.Off(why);
                    if (!state.equals(context.host().snapshot().live(key))) {
                      told(key, state);
                    }
                  });
            });
  }

  private boolean isBarred(ReleaseKey key) {
    return context.host().snapshot().live(key) instanceof LiveState.Off(var why)
        && (why == Why.OUTSIDE || why == Why.UNSAFE);
  }

  @Override
  public void told(ReleaseKey key, LiveState state) {
    context.host().live(key, state);
    context.events().liveStateChanged(key);
  }

  @Override
  public void installed(ReleaseKey key) {
    context.host().reload();
    context.events().workspaceChanged(null);
    nodes.lookAtAll();
  }

  @Override
  public void beat(ReleaseKey key) {
    context.events().heartbeat();
  }
}
