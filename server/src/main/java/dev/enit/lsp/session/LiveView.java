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
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The live view: monitors the nodes of the releases with open files, as far as the settings allow,
 * and adds their states to the workspace.
 */
public final class LiveView implements NodeMonitors.Listener {
  /**
   * The delay after a file is opened, in milliseconds: the first diagnostics are computed in that
   * time, and the files that an editor opens at its start are handled together.
   */
  private static final long DELAY = 300;

  /**
   * The maximum age of the numbers in a virtual document, in milliseconds, while the state of the
   * node does not change.
   */
  private static final long PAGES = 10_000;

  private final Session session;
  private final NodeMonitors nodes;
  private final LatestOnly<Boolean> lane;
  private final Throttle pages;
  private volatile boolean isStarted;
  private volatile Set<Path> open = Set.of();

  /** The shown releases whose nodes are not monitored; accessed only by tasks of {@link #lane}. */
  private Set<ReleaseKey> barred = Set.of();

  LiveView(Session session) {
    this.session = session;
    WorkspaceHost host = session.host();
    Network network = Network.of(host.snapshot().host().shortName(), host.environment());
    this.nodes =
        new NodeMonitors(host::saved, network, host.environment(), session.workers().live(), this);
    this.lane = new LatestOnly<>(session.workers().views(), this::update);
    this.pages = new Throttle(session.workers(), PAGES, session.virtualDocuments()::changed);
    session.workers().atEnd(nodes::close);
  }

  /** Starts monitoring: the settings of the client are known. */
  void start() {
    isStarted = true;
    switched();
    changed(null);
  }

  /**
   * Updates the monitored nodes: other files may be open.
   *
   * @param first the document that was opened or edited, or {@code null} for another change
   */
  void changed(@Nullable Path first) {
    Set<Path> now = session.host().snapshot().openFiles();
    if (isStarted && (first == null || !now.equals(open))) {
      open = now;
      var _ = session.workers().after(DELAY, () -> lane.submit(true));
    }
  }

  /** Applies changed settings of the client. */
  void switched() {
    if (!isStarted) {
      return;
    }
    ClientSettings settings = session.configuration().present();
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
  public void filesChanged(Iterable<Path> paths) {
    Workspace workspace = session.host().snapshot();
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

  private void update(boolean ignored) {
    try {
      Workspace workspace = session.host().snapshot();
      Set<ReleaseKey> shown = new HashSet<>();
      workspace.openFiles().forEach(path -> workspace.releaseOf(path).ifPresent(shown::add));
      Map<ReleaseKey, Why> barred = new HashMap<>();
      if (session.trust().isTrusted()) {
        for (ReleaseKey key : shown) {
          session.trust().barred(workspace, key).ifPresent(why -> barred.put(key, why));
        }
      }
      shown.removeAll(barred.keySet());
      nodes.follow(shown);
      tellBarred(barred);
    } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
      session.log().fault("the running nodes", e);
    }
  }

  /**
   * Publishes the states of the nodes that are not monitored. The task is queued, so that a node
   * that was monitored before is forgotten by then.
   */
  private void tellBarred(Map<ReleaseKey, Why> now) {
    Set<ReleaseKey> before = barred;
    barred = Set.copyOf(now.keySet());
    session
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
                    if (!state.equals(session.host().snapshot().live(key))) {
                      told(key, state);
                    }
                  });
            });
  }

  private boolean isBarred(ReleaseKey key) {
    return session.host().snapshot().live(key) instanceof LiveState.Off(var why)
        && (why == Why.OUTSIDE || why == Why.UNSAFE);
  }

  @Override
  public void told(ReleaseKey key, LiveState state) {
    session.host().live(key, state);
    session.liveChanged(key);
  }

  @Override
  public void installed(ReleaseKey key) {
    session.host().reload();
    session.changed(null);
    nodes.lookAtAll();
  }

  @Override
  public void beat(ReleaseKey key) {
    session.lenses().changed();
    pages.call();
  }
}
