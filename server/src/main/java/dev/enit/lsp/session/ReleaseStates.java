package dev.enit.lsp.session;

import dev.enit.core.live.Glance;
import dev.enit.core.live.LiveState;
import dev.enit.core.live.StateLine;
import dev.enit.core.node.NodeIdentity;
import dev.enit.core.node.NodeLog;
import dev.enit.core.node.wire.Network;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseKey;
import dev.enit.core.workspace.KnownReleases;
import dev.enit.core.workspace.Workspace;
import dev.enit.lsp.convert.ReleaseJson;
import dev.enit.lsp.convert.ReleaseJson.Item;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** The releases for a client that shows a list of them, and when it has to ask for it again. */
public final class ReleaseStates {
  /** Tells a client with such a list that something in it has changed. */
  public static final String CHANGED = "enit/releasesChanged";

  /** Between two of these, in milliseconds: one that types changes something all the time. */
  private static final long PAUSE = 300;

  private final Session session;
  private final ReleaseJson json;
  private final Throttle throttle;
  private volatile boolean asked;

  ReleaseStates(Session session) {
    this.session = session;
    this.json = new ReleaseJson(session.to());
    this.throttle = new Throttle(session.workers(), PAUSE, this::tell);
  }

  /**
   * Every release of the workspace, by name. Of nodes that are not followed it says what the
   * processes of this host tell.
   *
   * @param step called between two releases; may throw to end it
   */
  public List<Item> all(Workspace workspace, Runnable step) {
    asked = true;
    Optional<Glance> glance = glance();
    List<Item> items = new ArrayList<>();
    for (ReleaseKey key : KnownReleases.of(workspace, session.folders())) {
      step.run();
      items.add(json.brief(workspace.release(key), state(workspace, key, glance)));
    }
    items.sort(Comparator.comparing(Item::name).thenComparing(Item::uri));
    return items;
  }

  /** One release, with everything that belongs to it. */
  public Item one(Workspace workspace, ReleaseKey key) {
    Release release = workspace.release(key);
    return json.whole(release, state(workspace, key, glance()), workspace.live(key), log(key));
  }

  private Optional<Path> log(ReleaseKey key) {
    NodeIdentity node = NodeIdentity.of(key, network());
    Path file = NodeLog.of(node, session.host().environment()).file();
    return Optional.of(file).filter(Files::isReadable);
  }

  /** Something may be other than it was told. */
  void changed() {
    if (asked) {
      throttle.call();
    }
  }

  private void tell() {
    session.connection().notify(CHANGED, new com.google.gson.JsonObject());
  }

  /** Nothing is looked at in a workspace that is not trusted. */
  private Optional<Glance> glance() {
    return session.configuration().present().isOn(ClientSetting.TRUSTED)
        ? Optional.of(new Glance(network()))
        : Optional.empty();
  }

  private Network network() {
    return Network.of(session.host().snapshot().host().shortName(), session.host().environment());
  }

  private ReleaseJson.State state(Workspace workspace, ReleaseKey key, Optional<Glance> glance) {
    LiveState live = workspace.live(key);
    Release release = workspace.release(key);
    if (glance.isEmpty()) {
      live = new LiveState.Off(LiveState.Off.Why.UNTRUSTED);
    } else if (live instanceof LiveState.Unknown || isOff(live)) {
      return ReleaseJson.state(glance.get().of(release), live, Optional.empty(), false);
    }
    var diff = workspace.diff(key);
    StateLine line = StateLine.of(live, diff, Instant.now());
    return ReleaseJson.state(line, live, diff, session.live().isFollowed(key));
  }

  private static boolean isOff(LiveState live) {
    return live instanceof LiveState.Off(var why) && why == LiveState.Off.Why.SWITCHED_OFF;
  }
}
