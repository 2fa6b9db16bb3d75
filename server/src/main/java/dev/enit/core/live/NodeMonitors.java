package dev.enit.core.live;

import dev.enit.core.node.wire.Network;
import dev.enit.core.otp.ModuleDigests;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseKey;
import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.concurrent.Executor;
import java.util.function.Function;

/**
 * The monitors of the nodes that are followed. What they learn goes through one queue, which drops
 * what a monitor that has ended or was replaced still sends.
 */
public final class NodeMonitors implements AutoCloseable {
  private final Function<ReleaseKey, Release> saved;
  private final Network network;
  private final Map<String, String> environment;
  private final ModuleDigests digests = new ModuleDigests();
  private final Executor queue;
  private final Listener listener;
  private final Map<ReleaseKey, NodeMonitor> followers = new HashMap<>();
  private final Set<ReleaseKey> asked = new HashSet<>();
  private Set<ReleaseKey> shown = Set.of();
  private LivePolicy policy = LivePolicy.NOTHING;

  /** Who is told; called in the queue. */
  public interface Listener {
    /** This is known of the node of a release now. */
    void told(ReleaseKey key, LiveState state);

    /** The node has said again that all is as it was. */
    void beat(ReleaseKey key);

    /** Other applications are installed for a release than were known. */
    void installed(ReleaseKey key);
  }

  /**
   * Follows nothing yet.
   *
   * @param saved reads a release as its files are on the disk
   * @param environment of this program, or what shall count as that
   * @param queue runs one task after the other
   */
  public NodeMonitors(
      Function<ReleaseKey, Release> saved,
      Network network,
      Map<String, String> environment,
      Executor queue,
      Listener listener) {
    this.saved = saved;
    this.network = network;
    this.environment = environment;
    this.queue = queue;
    this.listener = listener;
  }

  /** Follows the nodes of these releases, besides those that the user asked for. */
  public synchronized void follow(Set<ReleaseKey> releases) {
    shown = Set.copyOf(releases);
    adjust();
  }

  /** Follows the node of a release from now on, whatever the rules say but for trust. */
  public synchronized void ask(ReleaseKey release) {
    asked.add(release);
    adjust();
    look(release);
  }

  /** Other rules hold from now on. */
  public synchronized void rule(LivePolicy next) {
    policy = next;
    if (!next.isTrusted()) {
      asked.clear();
    }
    adjust();
  }

  /** The files of a release may be others now, or its node: looks at it at once, if it may. */
  public synchronized void look(ReleaseKey release) {
    NodeMonitor follower = followers.get(release);
    if (follower != null) {
      follower.look();
    }
  }

  /** As {@link #look}, for every release whose node is followed. */
  public synchronized void lookAtAll() {
    followers.values().forEach(NodeMonitor::look);
  }

  /** Returns whether its node is followed, so far as that is possible. */
  public synchronized boolean isFollowed(ReleaseKey release) {
    return followers.containsKey(release);
  }

  private void adjust() {
    Set<ReleaseKey> wanted = new HashSet<>(shown);
    wanted.addAll(asked);
    Map<ReleaseKey, NodeMonitor> gone = new HashMap<>(followers);
    gone.keySet().removeAll(wanted);
    followers.keySet().retainAll(wanted);
    gone.forEach(
        (key, follower) -> {
          follower.end();
          queue.execute(() -> forget(key));
        });
    for (ReleaseKey key : wanted) {
      NodeMonitor.Rule rule = new NodeMonitor.Rule(policy, asked.contains(key));
      NodeMonitor known = followers.get(key);
      if (known == null) {
        begin(key, rule);
      } else {
        known.rule(rule);
      }
    }
  }

  private void begin(ReleaseKey key, NodeMonitor.Rule rule) {
    NodeMonitor follower =
        new NodeMonitor(
            key.name(),
            () -> saved.apply(key),
            network,
            environment,
            digests,
            rule,
            new Queued(key));
    followers.put(key, follower);
    follower.start();
  }

  private final class Queued implements NodeMonitor.News {
    private final ReleaseKey key;

    Queued(ReleaseKey key) {
      this.key = key;
    }

    @Override
    public void told(NodeMonitor by, LiveState state) {
      queue.execute(
          () -> {
            if (isPresent(key, by)) {
              listener.told(key, state);
            }
          });
    }

    @Override
    public void beat(NodeMonitor by) {
      queue.execute(
          () -> {
            if (isPresent(key, by)) {
              listener.beat(key);
            }
          });
    }

    @Override
    public void installed(NodeMonitor by) {
      queue.execute(
          () -> {
            if (isPresent(key, by)) {
              listener.installed(key);
            }
          });
    }
  }

  private void forget(ReleaseKey key) {
    if (!isFollowed(key)) {
      listener.told(key, new LiveState.Unknown());
    }
  }

  // It is the very one that counts.
  @SuppressWarnings("ReferenceEquality")
  private synchronized boolean isPresent(ReleaseKey key, NodeMonitor follower) {
    return followers.get(key) == follower;
  }

  @Override
  public synchronized void close() {
    shown = Set.of();
    asked.clear();
    adjust();
  }
}
