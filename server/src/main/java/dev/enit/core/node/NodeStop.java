package dev.enit.core.node;

import dev.enit.core.node.wire.Deadline;
import dev.enit.core.node.wire.NodeUnreachable;
import dev.enit.core.node.wire.Terms;
import dev.enit.core.posix.PosixException;
import dev.enit.core.posix.RunningProcess;
import dev.enit.core.release.Release;
import dev.enit.core.text.Messages;
import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Stops the node of a release, in good order. It is asked to, and where it cannot be asked, its
 * process gets SIGTERM, which does the same. The wait is for the end of the process: a connection
 * ends sooner.
 */
public final class NodeStop {
  /** How it ended. */
  public enum End {
    /** It did not run. */
    NOT_RUNNING("stop.not-running"),
    STOPPED("stop.stopped"),
    /** It was asked to stop, and nobody waited for it. */
    LEFT("stop.left"),
    KILLED("stop.killed");

    private final String words;

    End(String words) {
      this.words = words;
    }

    /** The key of a message of the name of the release and that of its node. */
    public String words() {
      return words;
    }
  }

  /** To ask; a node that does not answer has no say in it. */
  private static final Duration TO_ASK = Duration.ofSeconds(5);

  /** Between two looks whether somebody still waits. */
  private static final Duration SLICE = Duration.ofMillis(200);

  /** For the system, to end a process. */
  private static final Duration TO_KILL = Duration.ofSeconds(5);

  private final Release release;
  private final NodeProbe probe;
  private final Consumer<String> notes;
  private volatile boolean isLeft;

  /**
   * A stop.
   *
   * @param notes takes what a person should know although the stop goes on
   */
  public NodeStop(Release release, NodeProbe probe, Consumer<String> notes) {
    this.release = release;
    this.probe = probe;
    this.notes = notes;
  }

  /**
   * Stops it.
   *
   * @param patience how long it may take
   * @param kill whether it is ended by force then
   * @throws StopRefused where it runs on, or may run on
   */
  public End stop(Duration patience, boolean kill) throws StopRefused {
    Deadline deadline = Deadline.in(patience);
    // Held before anything is asked: later its number may be that of another process.
    Optional<LocalProcess> local = LocalProcess.of(release.node().nodename());
    Optional<RunningProcess> held = local.flatMap(this::hold);
    if (held.isEmpty()) {
      return stopElsewhere(deadline);
    }
    try (RunningProcess process = held.get()) {
      begin(local.get(), process, deadline);
      return await(process, deadline, kill);
    } catch (PosixException e) {
      throw StopRefused.of(
          "no-signal", release.name(), held.get().pid(), String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw StopRefused.of("interrupted", release.name());
    }
  }

  /** Nobody waits for it any more; from any thread. */
  public void leave() {
    isLeft = true;
  }

  private Optional<RunningProcess> hold(LocalProcess process) {
    try {
      return RunningProcess.of(process.pid());
    } catch (PosixException e) {
      return Optional.empty();
    }
  }

  private void begin(LocalProcess local, RunningProcess process, Deadline deadline)
      throws PosixException, StopRefused {
    Optional<String> obstacle = ask(deadline);
    if (obstacle.isEmpty()) {
      return;
    }
    if (local.release().filter(release.name()::equals).isEmpty()) {
      throw StopRefused.of("foreign", release.name(), local.pid(), obstacle.get());
    }
    notes.accept(Messages.text("stop.signal", release.name(), local.pid(), obstacle.get()));
    process.signal(RunningProcess.SIGTERM);
  }

  /** Asks the node to stop; answers why that was not possible. */
  private Optional<String> ask(Deadline deadline) {
    Duration left = deadline.remaining();
    Deadline asking = Deadline.in(left.compareTo(TO_ASK) < 0 ? left : TO_ASK);
    try (Agent agent = probe.connect(release, asking)) {
      agent.request(Terms.atom("stop"), asking);
      return Optional.empty();
    } catch (NotReached e) {
      return Optional.of(
          e.status() instanceof NodeStatus.Hidden hidden
              ? hidden.reason().message()
              : Messages.text("stop.unregistered", release.node().nodename()));
    } catch (NodeUnreachable e) {
      return Optional.of(e.reason().message());
    } catch (AgentRefusal e) {
      return Optional.of(String.valueOf(e.getMessage()));
    }
  }

  private End await(RunningProcess process, Deadline deadline, boolean kill)
      throws IOException, StopRefused {
    do {
      Duration left = deadline.remaining();
      if (process.awaitEnd(left.compareTo(SLICE) < 0 ? left : SLICE)) {
        return End.STOPPED;
      }
      if (isLeft) {
        return End.LEFT;
      }
    } while (!deadline.isOver());
    long seconds = Math.max(1, deadline.allowed().toSeconds());
    if (!kill) {
      throw StopRefused.of("late", release.name(), seconds, process.pid());
    }
    notes.accept(Messages.text("stop.kill", release.name(), seconds, process.pid()));
    process.signal(RunningProcess.SIGKILL);
    if (!process.awaitEnd(TO_KILL)) {
      throw StopRefused.of("immortal", release.name(), process.pid());
    }
    return End.KILLED;
  }

  /** A node of another host, or one whose process is hidden from us; its connection must do. */
  private End stopElsewhere(Deadline deadline) throws StopRefused {
    try (Agent agent = probe.connect(release, deadline)) {
      agent.request(Terms.atom("stop"), deadline);
      while (!deadline.isOver()) {
        agent.client().receive(deadline);
      }
      throw StopRefused.of("late-elsewhere", release.name(), deadline.allowed().toSeconds());
    } catch (NotReached e) {
      return switch (e.status()) {
        case NodeStatus.Hidden hidden ->
            throw StopRefused.of("unreachable", release.name(), hidden.message());
        default -> End.NOT_RUNNING;
      };
    } catch (NodeUnreachable e) {
      return ended(e, deadline);
    } catch (AgentRefusal e) {
      throw StopRefused.of("unreachable", release.name(), String.valueOf(e.getMessage()));
    }
  }

  private End ended(NodeUnreachable e, Deadline deadline) throws StopRefused {
    if (e.reason() instanceof dev.enit.core.node.wire.Unreachable.Lost) {
      return End.STOPPED;
    }
    throw deadline.isOver()
        ? StopRefused.of("late-elsewhere", release.name(), deadline.allowed().toSeconds())
        : StopRefused.of("unreachable", release.name(), e.reason().message());
  }
}
