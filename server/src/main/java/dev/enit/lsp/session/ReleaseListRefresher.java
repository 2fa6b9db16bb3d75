package dev.enit.lsp.session;

import com.google.gson.JsonObject;
import dev.enit.core.ide.lens.Lenses;
import dev.enit.core.live.LiveState;
import dev.enit.core.live.NodeSummary;
import dev.enit.core.live.ProcessProbe;
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
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.Set;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/**
 * The releases for a client that shows a list of them, and the notification that the list has
 * changed. It is sent only if the result is another one, since the client then asks for all
 * releases. After an edit only the edited release is compared.
 */
public final class ReleaseListRefresher implements SessionListener {
  /**
   * The notification of a change in the list: of one release, by the {@code uri} of its {@code
   * release.enit}, or without {@code uri} of any release.
   */
  public static final String CHANGED = "enit/releasesChanged";

  /**
   * The pause between two notifications, in milliseconds: a user who types causes changes all the
   * time.
   */
  private static final long PAUSE = 300;

  private final SessionContext context;
  private final TrustPolicy trust;
  private final LiveView liveView;
  private final ReleaseJson json;
  private final Throttle comparing;
  private final LatestOnly<Boolean> lane;

  /** The items that the client was sent, brief and whole. */
  private final Map<ReleaseKey, Item> brief = new ConcurrentHashMap<>();

  private final Map<ReleaseKey, Item> whole = new ConcurrentHashMap<>();

  /** The documents edited since the last comparison, in order. */
  private final Queue<Path> edited = new ConcurrentLinkedQueue<>();

  /** Whether something other than documents has changed since then. */
  private final AtomicBoolean more = new AtomicBoolean();

  private volatile boolean asked;

  ReleaseListRefresher(SessionContext context, TrustPolicy trust, LiveView liveView) {
    this.context = context;
    this.trust = trust;
    this.liveView = liveView;
    this.json = new ReleaseJson(context.to());
    this.lane =
        context.latestOnly(context.workers().views(), "the list of releases", _ -> compare());
    this.comparing = new Throttle(context.workers(), PAUSE, () -> lane.submit(true));
  }

  /**
   * Returns every release of the workspace, sorted by name. The state of a node that is not
   * monitored is what the processes of this host show.
   *
   * @param step called between two releases; may throw to abort
   */
  public List<Item> all(Workspace workspace, Runnable step) {
    asked = true;
    Map<ReleaseKey, Item> found = found(workspace, step);
    brief.keySet().retainAll(found.keySet());
    brief.putAll(found);
    List<Item> items = new ArrayList<>(found.values());
    items.sort(Comparator.comparing(Item::name).thenComparing(Item::uri));
    return items;
  }

  private Map<ReleaseKey, Item> found(Workspace workspace, Runnable step) {
    Optional<ProcessProbe> glance = glance();
    Map<ReleaseKey, Item> found = new HashMap<>();
    for (ReleaseKey key : KnownReleases.of(workspace, context.folders())) {
      step.run();
      found.put(key, json.brief(workspace.release(key), state(workspace, key, glance)));
    }
    return found;
  }

  /** Returns one release with its layers, extensions and applications. */
  public Item one(Workspace workspace, ReleaseKey key) {
    Item item = whole(workspace, key, state(workspace, key, glance()));
    whole.put(key, item);
    return item;
  }

  private Item whole(Workspace workspace, ReleaseKey key, ReleaseJson.State state) {
    Release release = workspace.release(key);
    return json.whole(release, state, workspace.live(key), log(key));
  }

  private Optional<Path> log(ReleaseKey key) {
    NodeIdentity node = NodeIdentity.of(key, network());
    Path file = NodeLog.usualFile(node, context.host().environment());
    return Optional.of(file).filter(Files::isReadable);
  }

  /**
   * Compares the list again after a change.
   *
   * @param document the document that was opened or edited, or {@code null} for another change
   */
  @Override
  public void workspaceChanged(@Nullable Path document) {
    if (!asked) {
      return;
    }
    if (document == null) {
      more.set(true);
    } else {
      edited.add(document);
    }
    comparing.call();
  }

  @Override
  public void liveStateChanged(ReleaseKey release) {
    workspaceChanged(null);
  }

  private void compare() {
    boolean isMore = more.getAndSet(false);
    Workspace workspace = context.host().snapshot();
    compareEdited(workspace);
    if (isMore) {
      compareAll(workspace);
    }
  }

  private void compareAll(Workspace workspace) {
    Map<ReleaseKey, Item> found = found(workspace, () -> {});
    boolean isOther = !found.equals(brief);
    brief.keySet().retainAll(found.keySet());
    brief.putAll(found);
    whole.keySet().removeIf(key -> workspace.source(key.specification()).isEmpty());
    for (Map.Entry<ReleaseKey, Item> told : whole.entrySet()) {
      ReleaseKey key = told.getKey();
      Item inList = found.get(key);
      Item now =
          whole(workspace, key, inList == null ? state(workspace, key, glance()) : inList.state());
      isOther |= !told.getValue().equals(now);
      told.setValue(now);
    }
    if (isOther) {
      tell(new JsonObject());
    }
  }

  private void compareEdited(Workspace workspace) {
    Set<ReleaseKey> releases = new LinkedHashSet<>();
    for (Path path = edited.poll(); path != null; path = edited.poll()) {
      workspace.releaseOf(path).ifPresent(releases::add);
    }
    for (ReleaseKey key : releases) {
      if (isOther(workspace, key)) {
        JsonObject params = new JsonObject();
        params.addProperty("uri", context.to().uri().apply(key.specification()));
        tell(params);
      }
    }
  }

  /** Returns whether the state of a release differs from what the client was sent. */
  private boolean isOther(Workspace workspace, ReleaseKey key) {
    Item inList = brief.get(key);
    Item inWhole = whole.get(key);
    Item told = inList == null ? inWhole : inList;
    if (told == null) {
      return true;
    }
    LiveState live = workspace.live(key);
    // An edit changes nothing in the processes of this host.
    ReleaseJson.State state = isGlance(live) ? told.state() : followed(workspace, key, live);
    boolean isOther = false;
    if (inList != null) {
      Item now = json.brief(workspace.release(key), state);
      isOther = !inList.equals(now) && brief.replace(key, inList, now);
    }
    if (inWhole != null) {
      Item now = whole(workspace, key, state);
      isOther |= !inWhole.equals(now) && whole.replace(key, inWhole, now);
    }
    return isOther;
  }

  private void tell(JsonObject params) {
    context.connection().notify(CHANGED, params);
  }

  /** Returns the probe of this host's processes; empty in a workspace that is not trusted. */
  private Optional<ProcessProbe> glance() {
    return trust.isTrusted() ? Optional.of(new ProcessProbe(network())) : Optional.empty();
  }

  private Network network() {
    return Network.of(context.host().snapshot().host().shortName(), context.host().environment());
  }

  private ReleaseJson.State state(
      Workspace workspace, ReleaseKey key, Optional<ProcessProbe> glance) {
    LiveState live = workspace.live(key);
    if (glance.isEmpty()) {
      return followed(workspace, key, new LiveState.Off(LiveState.Off.Why.UNTRUSTED));
    }
    Optional<LiveState.Off.Why> barred = trust.barred(workspace, key);
    if (barred.isPresent()) {
      return followed(workspace, key, new LiveState.Off(barred.get()));
    }
    if (!isGlance(live)) {
      return followed(workspace, key, live);
    }
    NodeSummary line = glance.get().of(workspace.release(key));
    return ReleaseJson.state(
        line, live, Optional.empty(), false, Lenses.actions(line.kind(), false));
  }

  private ReleaseJson.State followed(Workspace workspace, ReleaseKey key, LiveState live) {
    var diff = workspace.diff(key);
    NodeSummary line = NodeSummary.of(live, diff, Instant.now());
    return ReleaseJson.state(
        line, live, diff, liveView.isFollowed(key), Lenses.actions(live, line));
  }

  /** Returns whether only the processes of this host show the state of a node. */
  private static boolean isGlance(LiveState live) {
    return live instanceof LiveState.Unknown
        || (live instanceof LiveState.Off(var why) && why == LiveState.Off.Why.SWITCHED_OFF);
  }
}
