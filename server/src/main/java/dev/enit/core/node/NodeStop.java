package dev.enit.core.node;

import dev.enit.core.node.wire.Deadline;
import dev.enit.core.node.wire.UnreachableException;
import dev.enit.core.node.wire.UnreachableReason;
import dev.enit.core.node.wire.WireTerms;
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
 * process gets SIGTERM, which does the same. A node that is not the release's is neither asked nor
 * signalled. The wait is for the end of the process: a connection ends sooner.
 */
public final class NodeStop {
  /** How it ended. */
  public enum End {
    /** It did not run. */
    NOT_RUNNING("stop.not-running"),
    /** It did not run, and another node has its name. */
    NAME_IN_USE("stop.name-in-use"),
    STOPPED("stop.stopped"),
    /** It was asked to stop, and the wait for it was given up. */
    LEFT("stop.left"),
    KILLED("stop.killed");

    private final String words;

    End(String words) {
      this.words = words;
    }

    /** Returns whether there was nothing to stop. */
    public boolean isNothing() {
      return this == NOT_RUNNING || this == NAME_IN_USE;
    }
  }

  /**
   * How a stop ended.
   *
   * @param text the same in one line
   */
  public record Result(End end, String text) {}

  /** To ask; a node that does not answer has no say in it. */
  private static final Duration TO_ASK = Duration.ofSeconds(5);

  /** Between two looks whether the wait was given up. */
  private static final Duration SLICE = Duration.ofMillis(200);

  /** Between two signals to a node that has just been started and may not hear the first one. */
  private static final Duration BETWEEN_SIGNALS = Duration.ofSeconds(1);

  /** For the system, to end a process. */
  private static final Duration TO_KILL = Duration.ofSeconds(5);

  private final Release release;
  private final NodeProbe probe;
  private final Consumer<String> notes;
  private volatile boolean isLeft;
  private boolean isSignalled;

  /**
   * A stop.
   *
   * @param notes takes what a user should know although the stop goes on
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
  public Result stop(Duration patience, boolean kill) throws StopRefused {
    Deadline deadline = Deadline.in(patience);
    ProcessMatch match = probe.match(release);
    return switch (match) {
      case ProcessMatch.Ours(LocalProcess process) -> stop(process, match, deadline, kill);
      case ProcessMatch.Unproven(LocalProcess process) when process.epmdPort().isPresent() ->
          stop(process, match, deadline, kill);
      case ProcessMatch.Lookalike(LocalProcess process) -> {
        notes.accept(
            Messages.text("stop.lookalike", process.pid(), process.user(), release.name()));
        yield stopElsewhere(match, deadline);
      }
      default -> stopElsewhere(match, deadline);
    };
  }

  /** Gives up the wait; from any thread. */
  public void leave() {
    isLeft = true;
  }

  private Result stop(LocalProcess local, ProcessMatch match, Deadline deadline, boolean kill)
      throws StopRefused {
    // Held before it is looked at once more: its number may be that of another process by now.
    Optional<RunningProcess> held = hold(local.pid());
    if (held.isEmpty()) {
      return stopElsewhere(match, deadline);
    }
    try (RunningProcess process = held.get()) {
      if (LocalProcess.of(local.pid()).filter(now -> isSame(now, local)).isEmpty()) {
        return result(End.NOT_RUNNING);
      }
      Optional<Result> nothing = begin(match, process, deadline);
      if (nothing.isPresent()) {
        return nothing.get();
      }
      End end = await(process, deadline, kill);
      if (end != End.LEFT) {
        probe.forget(release, process.pid());
      }
      return result(end);
    } catch (PosixException e) {
      throw StopRefused.of(
          "no-signal", release.name(), held.get().pid(), String.valueOf(e.getMessage()));
    } catch (IOException e) {
      throw StopRefused.of("interrupted", release.name());
    }
  }

  private static Optional<RunningProcess> hold(long pid) {
    try {
      return RunningProcess.of(pid);
    } catch (PosixException e) {
      return Optional.empty();
    }
  }

  /** It may have become an emulator meanwhile. */
  private static boolean isSame(LocalProcess now, LocalProcess before) {
    return now.uid() == before.uid()
        && now.started() == before.started()
        && now.arguments().release().equals(before.arguments().release())
        && now.arguments()
            .releaseDir()
            .map(DirectoryIdentity::named)
            .equals(before.arguments().releaseDir().map(DirectoryIdentity::named))
        && (now.nodename().equals(before.nodename()) || before.nodename().isEmpty());
  }

  /** Has the node stop; the result where it turns out not to be the release's. */
  private Optional<Result> begin(ProcessMatch match, RunningProcess process, Deadline deadline)
      throws PosixException, StopRefused {
    Duration left = deadline.remaining();
    Deadline asking = Deadline.in(left.compareTo(TO_ASK) < 0 ? left : TO_ASK);
    String obstacle;
    try (Agent agent = probe.connect(release, match, asking)) {
      agent.request(WireTerms.atom("stop"), asking);
      return Optional.empty();
    } catch (NotReached e) {
      if (match instanceof ProcessMatch.Unproven && e.status().isStopped()) {
        return Optional.of(nothing(e.status()));
      }
      obstacle = obstacle(e.status());
    } catch (UnreachableException e) {
      obstacle = e.reason().message();
    } catch (AgentRefusal e) {
      obstacle = String.valueOf(e.getMessage());
    }
    if (match instanceof ProcessMatch.Unproven) {
      throw StopRefused.of("unreachable", release.name(), obstacle);
    }
    notes.accept(Messages.text("stop.signal", release.name(), process.pid(), obstacle));
    process.signal(RunningProcess.SIGTERM);
    isSignalled = true;
    return Optional.empty();
  }

  private String obstacle(NodeStatus status) {
    return switch (status) {
      case NodeStatus.Hidden(UnreachableReason.WrongCookie _, var _) ->
          Messages.text("stop.wrong-cookie");
      case NodeStatus.Hidden hidden -> hidden.reason().message();
      case NodeStatus.NameInUse inUse -> inUse.message();
      case NodeStatus.Booting _ -> Messages.text("stop.booting");
      default -> Messages.text("stop.unregistered", release.node().nodename());
    };
  }

  private End await(RunningProcess process, Deadline deadline, boolean kill)
      throws IOException, StopRefused {
    Deadline nextSignal = Deadline.in(BETWEEN_SIGNALS);
    do {
      Duration left = deadline.remaining();
      if (process.awaitEnd(left.compareTo(SLICE) < 0 ? left : SLICE)) {
        return End.STOPPED;
      }
      if (isLeft) {
        return End.LEFT;
      }
      if (isSignalled && nextSignal.isOver()) {
        process.signal(RunningProcess.SIGTERM);
        nextSignal = Deadline.in(BETWEEN_SIGNALS);
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
  private Result stopElsewhere(ProcessMatch match, Deadline deadline) throws StopRefused {
    try (Agent agent = probe.connect(release, match, deadline)) {
      agent.request(WireTerms.atom("stop"), deadline);
      while (!deadline.isOver()) {
        agent.client().receive(deadline);
      }
      throw StopRefused.of("late-elsewhere", release.name(), deadline.allowed().toSeconds());
    } catch (NotReached e) {
      if (e.status() instanceof NodeStatus.Hidden hidden) {
        throw StopRefused.of("unreachable", release.name(), hidden.message());
      }
      return nothing(e.status());
    } catch (UnreachableException e) {
      return result(ended(e, deadline));
    } catch (AgentRefusal e) {
      throw StopRefused.of("unreachable", release.name(), String.valueOf(e.getMessage()));
    }
  }

  private End ended(UnreachableException e, Deadline deadline) throws StopRefused {
    if (e.reason() instanceof UnreachableReason.Lost) {
      return End.STOPPED;
    }
    throw deadline.isOver()
        ? StopRefused.of("late-elsewhere", release.name(), deadline.allowed().toSeconds())
        : StopRefused.of("unreachable", release.name(), e.reason().message());
  }

  private Result nothing(NodeStatus status) {
    return status instanceof NodeStatus.NameInUse(var _, String node, NameHolder occupant, var _)
        ? new Result(
            End.NAME_IN_USE,
            Messages.text(End.NAME_IN_USE.words, release.name(), node, occupant.words()))
        : result(End.NOT_RUNNING);
  }

  private Result result(End end) {
    return new Result(end, Messages.text(end.words, release.name(), release.node().nodename()));
  }
}
