package dev.enit.cli.run;

import dev.enit.cli.command.CommandContext;
import dev.enit.cli.command.SignalHook;
import dev.enit.cli.command.UserError;
import dev.enit.cli.terminal.ProgressLine;
import dev.enit.core.config.KnownSecrets;
import dev.enit.core.node.LaunchRefused;
import dev.enit.core.node.NodeLog;
import dev.enit.core.node.StartEnd;
import dev.enit.core.node.StartEvent;
import dev.enit.core.node.StartWait;
import dev.enit.core.node.StartedProcess;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.text.Messages;
import java.time.Duration;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The start of a process and the wait for its node, shown on the terminal. One signal hook covers
 * both, so that a signal at any moment either prevents the start or ends the node.
 */
final class FollowedWait implements StartWait.Listener, AutoCloseable {
  private static final Duration UNTIL_SIGNAL_IS_TOLD = Duration.ofSeconds(1);

  private final NodeLog log;
  private final Duration stopTimeout;
  private final KnownSecrets secrets;
  private final String release;
  private final CommandContext shell;
  private final ProgressLine line;
  private final CompletionRace settled;
  private final Object beginning = new Object();
  private Optional<StartWait> begun = Optional.empty();
  private final CountDownLatch interruption = new CountDownLatch(1);

  /** The start of the process. */
  @FunctionalInterface
  interface Beginning {
    StartedProcess begin() throws LaunchRefused;
  }

  /**
   * A wait for a process that is still to be started.
   *
   * @param stopTimeout how long the node may take to end in good order
   * @param secrets of the release
   */
  FollowedWait(
      NodeLog log,
      Duration stopTimeout,
      KnownSecrets secrets,
      String release,
      CommandContext shell) {
    this.log = log;
    this.stopTimeout = stopTimeout;
    this.secrets = secrets;
    this.release = release;
    this.shell = shell;
    this.line = ProgressLine.on(shell.err());
    this.settled = new CompletionRace(this::interrupted);
  }

  /** Starts the process; does not return where a signal came first, as the program ends. */
  StartedProcess begin(Beginning start) throws LaunchRefused {
    try {
      synchronized (beginning) {
        if (interruption.getCount() > 0) {
          StartedProcess process = start.begin();
          begun = Optional.of(new StartWait(process, log, stopTimeout, secrets));
          return process;
        }
      }
    } catch (LaunchRefused refused) {
      if (!refused.isWithoutProcess() || !isInterruptedSoon()) {
        throw refused;
      }
    }
    SignalHook.awaitEnd();
    throw UserError.interrupted("cli.start.not-begun", release);
  }

  /** Returns whether a signal has come; it may be told to this program after it has had effect. */
  private boolean isInterruptedSoon() {
    try {
      return interruption.await(UNTIL_SIGNAL_IS_TOLD.toMillis(), TimeUnit.MILLISECONDS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      return interruption.getCount() == 0;
    }
  }

  /** Waits for the node; a thread that is interrupted ends it. */
  StartEnd until(Deadline deadline) {
    StartWait wait = begun().orElseThrow();
    try {
      return wait.until(deadline, this);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      over();
      wait.end();
      throw UserError.of("cli.start.interrupted", release);
    }
  }

  @Override
  public void close() {
    line.clear();
    settled.close();
  }

  /** Called by the signal hook; waits for a process that is being started, and ends it. */
  void interrupted() {
    interruption.countDown();
    line.clear();
    Optional<StartWait> wait = begun();
    wait.ifPresent(StartWait::end);
    String key = wait.isPresent() ? "cli.start.interrupted" : "cli.start.not-begun";
    shell.err().line("enit: " + Messages.text(key, release));
    shell.err().flush();
  }

  private Optional<StartWait> begun() {
    synchronized (beginning) {
      return begun;
    }
  }

  @Override
  public void starting(StartEvent.Starting now) {
    line.show(Messages.text("start.starting", now.application(), now.number(), now.total()));
  }

  @Override
  public void failed(StartEvent.Failed now, Duration delay) {
    line.say(Messages.text("start.retry", now.application(), now.reason(), delay.toSeconds()));
  }

  @Override
  public void over() {
    settled.byWaiting();
  }
}
