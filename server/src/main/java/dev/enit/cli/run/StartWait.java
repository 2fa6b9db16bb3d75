package dev.enit.cli.run;

import dev.enit.cli.ExitStatus;
import dev.enit.cli.Shell;
import dev.enit.cli.StatedError;
import dev.enit.cli.terminal.ProgressLine;
import dev.enit.core.node.NodeLog;
import dev.enit.core.node.StartEvent;
import dev.enit.core.node.StartedProcess;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.text.Messages;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * Waits until the applications of a release run, and says how far they are. Where they do not, or
 * nobody waits any longer, the node is ended: nothing keeps running that nobody knows of.
 */
final class StartWait {
  /** For an emulator that has said why it ends, or nothing at all. */
  private static final Duration TO_END = Duration.ofSeconds(5);

  private final Ready ready;
  private final StartedProcess process;
  private final NodeLog log;
  private final Shell shell;
  private final long logStart;
  private final ProgressLine progress;
  private Optional<StartEvent.Starting> starting = Optional.empty();
  private Optional<StartEvent.Failed> failed = Optional.empty();

  StartWait(Ready ready, StartedProcess process, NodeLog log, Shell shell) {
    this.ready = ready;
    this.process = process;
    this.log = log;
    this.shell = shell;
    this.logStart = log.length();
    this.progress = ProgressLine.on(shell.err());
  }

  /** Returns when every application runs. */
  void until(Deadline deadline) {
    Settled settled = new Settled(this::interrupted);
    try {
      await(deadline, settled);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      settled.byWaiting();
      end();
      throw StatedError.of("cli.start.interrupted", name());
    } finally {
      progress.clear();
      settled.close();
    }
  }

  private void await(Deadline deadline, Settled settled) throws InterruptedException {
    while (true) {
      Optional<StartEvent> event = process.next(deadline);
      if (event.isEmpty()) {
        settled.byWaiting();
        end();
        throw tooSlow(deadline);
      }
      switch (event.get()) {
        case StartEvent.Starting now -> {
          starting = Optional.of(now);
          progress.show(
              Messages.text("cli.start.starting", now.application(), now.number(), now.total()));
        }
        case StartEvent.Failed now -> failed(now);
        case StartEvent.Running _ -> {
          settled.byWaiting();
          return;
        }
        case StartEvent.Stopping now -> {
          settled.byWaiting();
          ended();
          throw StatedError.of("cli.start.stopped", name(), now.reason(), shownLog());
        }
        case StartEvent.Silent _ -> {
          settled.byWaiting();
          throw silent();
        }
      }
    }
  }

  private void failed(StartEvent.Failed now) {
    failed = Optional.of(now);
    now.retryIn()
        .ifPresent(
            delay ->
                progress.say(
                    Messages.text(
                        "cli.start.retry", now.application(), now.reason(), delay.toSeconds())));
  }

  private StatedError tooSlow(Deadline deadline) {
    long seconds = deadline.allowed().toSeconds();
    if (failed.isPresent()) {
      return StatedError.of(
          "cli.start.timeout.failed",
          name(),
          seconds,
          failed.get().application(),
          failed.get().reason(),
          shownLog());
    }
    return starting
        .map(
            now ->
                StatedError.of(
                    "cli.start.timeout.in", name(), seconds, now.application(), shownLog()))
        .orElseGet(() -> StatedError.of("cli.start.timeout", name(), seconds, shownLog()));
  }

  /** The emulator has ended, as a rule, and its last words stand in the log. */
  private StatedError silent() throws InterruptedException {
    OptionalInt status = ended();
    if (status.equals(OptionalInt.of(ExitStatus.INTERRUPTED))) {
      // A terminal interrupts both of us; the other one was faster.
      return StatedError.interrupted("cli.start.interrupted", name());
    }
    String words = log.lastWords(logStart);
    String ended =
        status.isPresent()
            ? Integer.toString(status.getAsInt())
            : Messages.text("cli.start.killed");
    return words.isEmpty()
        ? StatedError.of("cli.start.silent", name(), ended, shownLog())
        : StatedError.of("cli.start.last-words", name(), ended, words, shownLog());
  }

  private OptionalInt ended() throws InterruptedException {
    Duration stop = ready.settings().stopTimeout();
    OptionalInt status = process.status(Deadline.in(stop.plus(TO_END)));
    if (status.isEmpty()) {
      end();
    }
    return status;
  }

  /** In the thread that ends this program. */
  private void interrupted() {
    progress.clear();
    end();
    shell.err().line("enit: " + Messages.text("cli.start.interrupted", name()));
    shell.err().flush();
  }

  private void end() {
    process.end(Deadline.in(ready.settings().stopTimeout()));
  }

  private String name() {
    return ready.release().name();
  }

  private String shownLog() {
    return shell.shown(log.file());
  }
}
