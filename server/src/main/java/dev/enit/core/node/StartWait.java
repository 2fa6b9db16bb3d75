package dev.enit.core.node;

import dev.enit.core.config.KnownSecrets;
import dev.enit.core.node.wire.Deadline;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Waits until the applications of a release run, and says how far they are. Where they do not, or
 * the wait is given up, the node is ended: nothing keeps running unknown.
 */
public final class StartWait {
  /** For an emulator that has said why it ends, or nothing at all. */
  private static final Duration TO_END = Duration.ofSeconds(5);

  private final StartedProcess process;
  private final NodeLog log;
  private final Duration stopTimeout;
  private final KnownSecrets secrets;
  private final long logStart;
  private Optional<StartEvent.Starting> starting = Optional.empty();
  private Optional<StartEvent.Failed> failed = Optional.empty();

  /** Hears how far it is, on the thread that waits. */
  public interface Listener {
    /** An application is being started. */
    void starting(StartEvent.Starting now);

    /** An application did not start, and is tried again after that time. */
    void failed(StartEvent.Failed now, Duration delay);

    /** The wait is over, and nothing has been made of that yet. */
    void over();
  }

  /**
   * A wait for a process that has just been started.
   *
   * @param stopTimeout how long the node may take to end in good order
   * @param secrets of the release: nothing that the node says contains one
   */
  public StartWait(
      StartedProcess process, NodeLog log, Duration stopTimeout, KnownSecrets secrets) {
    this.process = process;
    this.log = log;
    this.stopTimeout = stopTimeout;
    this.secrets = secrets;
    this.logStart = log.length();
  }

  /** Returns when every application runs, or the node is gone. */
  public StartEnd until(Deadline deadline, Listener listener) throws InterruptedException {
    while (true) {
      Optional<StartEvent> event = process.next(deadline);
      if (event.isEmpty()) {
        listener.over();
        end();
        return new StartEnd.Late(deadline.allowed(), starting, failed);
      }
      switch (StartEvent.masked(event.get(), secrets)) {
        case StartEvent.Starting now -> {
          starting = Optional.of(now);
          listener.starting(now);
        }
        case StartEvent.Failed now -> {
          failed = Optional.of(now);
          now.retryIn().ifPresent(delay -> listener.failed(now, delay));
        }
        case StartEvent.Last last -> {
          listener.over();
          return end(last);
        }
      }
    }
  }

  private StartEnd end(StartEvent.Last last) throws InterruptedException {
    return switch (last) {
      case StartEvent.Running _ -> new StartEnd.Running();
      case StartEvent.Stopping now -> {
        ended();
        yield new StartEnd.Stopped(now.reason());
      }
      // The emulator has ended, as a rule, and its last words stand in the log.
      case StartEvent.Silent _ ->
          new StartEnd.Silent(ended(), secrets.masked(log.lastWords(logStart)));
      case StartEvent.GivenUp _ -> {
        end();
        yield new StartEnd.Cancelled();
      }
    };
  }

  /** Cancels the start; to be called from another thread than the one that waits. */
  public void cancel() {
    process.giveUp();
  }

  /** Ends the node, and returns when it has ended. */
  public void end() {
    process.end(Deadline.in(stopTimeout));
    log.forgetRun(process.pid());
  }

  /** The last lines that the node has written, some twenty at most. */
  public List<String> logTail() {
    return log.tail(logStart).stream().map(secrets::masked).toList();
  }

  private OptionalInt ended() throws InterruptedException {
    OptionalInt status = process.status(Deadline.in(stopTimeout.plus(TO_END)));
    if (status.isEmpty()) {
      end();
    }
    return status;
  }
}
