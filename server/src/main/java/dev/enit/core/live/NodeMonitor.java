package dev.enit.core.live;

import dev.enit.core.live.LiveState.Away;
import dev.enit.core.live.LiveState.Off.Why;
import dev.enit.core.node.Agent;
import dev.enit.core.node.AgentRefusal;
import dev.enit.core.node.NodeProbe;
import dev.enit.core.node.NodeStatus;
import dev.enit.core.node.NodeWatch;
import dev.enit.core.node.NotReached;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.node.wire.Network;
import dev.enit.core.node.wire.UnreachableException;
import dev.enit.core.node.wire.UnreachableReason;
import dev.enit.core.otp.ModuleDigests;
import dev.enit.core.release.Release;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.Optional;
import java.util.OptionalLong;
import java.util.concurrent.TimeUnit;
import java.util.function.Supplier;
import org.jspecify.annotations.Nullable;

/**
 * Follows the node of one release, in its own thread: looks, listens while the node tells, and
 * looks again when it has gone, each time in vain a little later.
 *
 * <pre>
 *   off ◀─ may not ─ looking ─ reached ─▶ listening ─ lost ─▶ looking
 *                       └─ not reached ─▶ waiting ─ called, or in time ─▶ looking
 * </pre>
 */
final class NodeMonitor {
  private static final Duration TO_CONNECT = Duration.ofSeconds(5);

  /** For the process of a node that has just kept silent for longer. */
  private static final Duration TO_FIND = Duration.ofSeconds(1);

  /** A look at a node that does not run costs next to nothing, and people wait for its start. */
  private static final Duration STOPPED = Duration.ofSeconds(2);

  /** A start takes a second or two. */
  private static final Duration BOOTING = Duration.ofMillis(300);

  private static final Duration HIDDEN = Duration.ofMinutes(1);

  private final String name;
  private final Supplier<Release> saved;
  private final Network network;
  private final Map<String, String> environment;
  private final ModuleDigests digests;
  private final News news;
  private final Signal wake = new Signal();
  private volatile Rule rule;
  private volatile boolean isEnded;
  private volatile @Nullable NodeWatch watch;

  /** Only the thread touches it. */
  private LiveState told = new LiveState.Unknown();

  /** Whether it may look. */
  record Rule(LivePolicy policy, boolean isAsked) {}

  /** Who takes what is learned; called in the thread of the follower. */
  interface News {
    /** This is known now. */
    void told(NodeMonitor by, LiveState state);

    /** The node has said again that all is as it was. */
    void beat(NodeMonitor by);

    /** Other applications are installed than were known. */
    void installed(NodeMonitor by);
  }

  /**
   * Follows nothing yet.
   *
   * @param name of the release, for the thread
   * @param saved reads the release as its files are on the disk
   * @param environment of this program, or what shall count as that
   */
  NodeMonitor(
      String name,
      Supplier<Release> saved,
      Network network,
      Map<String, String> environment,
      ModuleDigests digests,
      Rule rule,
      News news) {
    this.name = name;
    this.saved = saved;
    this.network = network;
    this.environment = environment;
    this.digests = digests;
    this.rule = rule;
    this.news = news;
  }

  void start() {
    Thread.ofPlatform().daemon().name("enit-live-" + name).start(this::run);
  }

  /** Another rule holds from now on. */
  void rule(Rule next) {
    if (!next.equals(rule)) {
      rule = next;
      if (!next.policy().isTrusted()) {
        disconnect();
      }
      wake.call();
    }
  }

  /** The files may be others now, or the user asks for the state. */
  void look() {
    wake.call();
  }

  /** Tells nothing more. */
  void end() {
    isEnded = true;
    disconnect();
    wake.call();
  }

  private void disconnect() {
    NodeWatch connected = watch;
    if (connected != null) {
      connected.close();
    }
  }

  private void run() {
    BackOff wait = BackOff.NONE;
    while (!isEnded) {
      try {
        wait = look(saved.get(), wait);
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
        tell(away(name, String.valueOf(e)));
        wait = wait.longer();
      }
      if (wake.await(wait.upTo(limit()))) {
        wait = BackOff.NONE;
      }
    }
  }

  private Duration limit() {
    return switch (told) {
      case Away(NodeStatus.Booting _, var _) -> BOOTING;
      case Away(var status, var _) when status.isStopped() -> STOPPED;
      default -> HIDDEN;
    };
  }

  /** One look, and all the listening that comes of it; answers how long to wait afterwards. */
  private BackOff look(Release release, BackOff before) {
    Optional<Why> against = against(release);
    if (against.isPresent()) {
      tell(new LiveState.Off(against.get()));
      return before.longer();
    }
    if (told instanceof LiveState.Unknown || told instanceof LiveState.Off) {
      tell(new LiveState.Connecting());
    }
    Deadline deadline = Deadline.in(TO_CONNECT);
    try (Agent agent = new NodeProbe(network, environment).connect(release, deadline);
        NodeWatch begun = NodeWatch.begin(agent, deadline)) {
      watch = begun;
      listen(new NodeSubscription(begun, release, digests), release);
      return BackOff.NONE;
    } catch (NotReached e) {
      tell(new Away(e.status(), Instant.now()));
    } catch (UnreachableException e) {
      if (e.reason() instanceof UnreachableReason.Lost && told instanceof LiveState.Online) {
        // The next look says what became of it.
        return BackOff.NONE;
      }
      tell(new Away(silent(release, e.reason()), Instant.now()));
    } catch (AgentRefusal e) {
      tell(away(release.node().nodename(), String.valueOf(e.getMessage())));
    } finally {
      watch = null;
    }
    return before.longer();
  }

  /**
   * The status of a node that was reached and answers no longer, with its process if it is here.
   */
  private NodeStatus silent(Release release, UnreachableReason reason) {
    NodeStatus status = new NodeProbe(network, environment).probe(release, Deadline.in(TO_FIND));
    return switch (status) {
      case NodeStatus.Hidden _,
          NodeStatus.Stopped _,
          NodeStatus.Booting _,
          NodeStatus.NameInUse _ ->
          status;
      case NodeStatus.Running _, NodeStatus.Starting _ ->
          new NodeStatus.Hidden(reason, OptionalLong.empty());
    };
  }

  /** Returns when there is no reason any more to listen to this node. */
  private void listen(NodeSubscription listening, Release release) throws UnreachableException {
    Release present = release;
    while (!isEnded && against(present).isEmpty() && isSameNode(present, release)) {
      if (listening.next()) {
        tell(listening.state());
      } else {
        news.beat(this);
      }
      if (listening.isInstalledOther()) {
        news.installed(this);
      }
      if (wake.take()) {
        present = saved.get();
        listening.read(present);
      }
    }
  }

  private static boolean isSameNode(Release one, Release other) {
    return one.node().nodename().equals(other.node().nodename());
  }

  private Optional<Why> against(Release release) {
    Rule now = rule;
    return now.policy().against(release, now.isAsked(), network);
  }

  private static LiveState away(String node, String reason) {
    UnreachableReason refused = new UnreachableReason.Refused(node, reason);
    return new Away(new NodeStatus.Hidden(refused, OptionalLong.empty()), Instant.now());
  }

  private void tell(LiveState state) {
    boolean isKnown =
        told instanceof Away(var before, var _)
            && state instanceof Away(var now, var _)
            && before.equals(now);
    told = state;
    if (!isEnded && !isKnown) {
      news.told(this, state);
    }
  }

  /**
   * How long to wait before the next look: not at all, a second, and then twice as long each time.
   *
   * @param looks in vain so far
   */
  private record BackOff(int looks) {
    /** Look at once. */
    static final BackOff NONE = new BackOff(0);

    private static final int MOST = 10;

    /** After one more look in vain. */
    BackOff longer() {
      return new BackOff(Math.min(looks + 1, MOST));
    }

    Duration upTo(Duration limit) {
      Duration wait = looks == 0 ? Duration.ZERO : Duration.ofSeconds(1L << (looks - 1));
      return wait.compareTo(limit) < 0 ? wait : limit;
    }
  }

  /** A wait that another thread can end, also before it has begun. */
  private static final class Signal {
    private boolean isCalled;

    synchronized void call() {
      isCalled = true;
      notifyAll();
    }

    /** Returns whether there was a call since the last time. */
    synchronized boolean take() {
      boolean was = isCalled;
      isCalled = false;
      return was;
    }

    /** Returns at a call, or when the time is over; whether it was a call. */
    synchronized boolean await(Duration time) {
      long end = System.nanoTime() + time.toNanos();
      try {
        for (long left = time.toNanos(); !isCalled && left > 0; left = end - System.nanoTime()) {
          TimeUnit.NANOSECONDS.timedWait(this, left);
        }
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
      return take();
    }
  }
}
