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
 * Follows the nodes of the releases whose files the client has open, as far as it wants that, and
 * puts what is known of them into the world.
 */
public final class LiveView implements NodeMonitors.Listener {
  /**
   * How long an opened file waits, in milliseconds: the first diagnostics are made meanwhile, and
   * what an editor opens at its start comes in one go.
   */
  private static final long DELAY = 300;

  /** How old the figures of a page may be, in milliseconds, while a node goes on as it was. */
  private static final long PAGES = 10_000;

  private final Session session;
  private final NodeMonitors nodes;
  private final LatestOnly<Boolean> lane;
  private final Throttle pages;
  private volatile boolean isStarted;
  private volatile Set<Path> open = Set.of();

  /** The shown releases that no node is followed for; of the lane alone. */
  private Set<ReleaseKey> barred = Set.of();

  LiveView(Session session) {
    this.session = session;
    WorkspaceHost host = session.host();
    Network network = Network.of(host.snapshot().host().shortName(), host.environment());
    this.nodes =
        new NodeMonitors(host::saved, network, host.environment(), session.workers().live(), this);
    this.lane = new LatestOnly<>(session.workers().views(), this::fenced);
    this.pages = new Throttle(session.workers(), PAGES, session.virtualDocuments()::changed);
    session.workers().atEnd(nodes::close);
  }

  /** The client has said what it wants; until then no node is looked at. */
  void start() {
    isStarted = true;
    switched();
    changed(null);
  }

  /**
   * Other files may be open.
   *
   * @param first the document that was opened or edited, {@code null} where it was something else
   */
  void changed(@Nullable Path first) {
    Set<Path> now = session.host().snapshot().openFiles();
    if (isStarted && (first == null || !now.equals(open))) {
      open = now;
      var _ = session.workers().after(DELAY, () -> lane.submit(true));
    }
  }

  /** The client has other settings. */
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

  /** Somebody wants to see the node of a release, wherever it is. */
  public void ask(ReleaseKey release) {
    nodes.ask(release);
  }

  /** The node of a release was just started, changed or stopped. */
  public void look(ReleaseKey release) {
    nodes.look(release);
  }

  /** Files were saved or changed on the disk. */
  public void filesChanged(Iterable<Path> paths) {
    Workspace workspace = session.host().snapshot();
    for (Path path : paths) {
      workspace.releaseOf(path).ifPresent(nodes::look);
      if (path.toString().endsWith(".app")) {
        nodes.lookAtAll();
      }
    }
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

  /** Waits for its turn, so that a node that was followed before is forgotten by then. */
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
