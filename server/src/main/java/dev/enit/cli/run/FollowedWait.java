package dev.enit.cli.run;

import dev.enit.cli.Shell;
import dev.enit.cli.StatedError;
import dev.enit.cli.terminal.ProgressLine;
import dev.enit.core.node.StartEnd;
import dev.enit.core.node.StartEvent;
import dev.enit.core.node.StartWait;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.text.Messages;
import java.time.Duration;

/** The wait for a start, shown on the terminal; a signal ends the node with it. */
final class FollowedWait implements StartWait.Listener {
  private final StartWait wait;
  private final String release;
  private final Shell shell;
  private final ProgressLine line;
  private final Settled settled;

  FollowedWait(StartWait wait, String release, Shell shell) {
    this.wait = wait;
    this.release = release;
    this.shell = shell;
    this.line = ProgressLine.on(shell.err());
    this.settled = new Settled(this::interrupted);
  }

  StartEnd until(Deadline deadline) {
    try {
      return wait.until(deadline, this);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      over();
      wait.end();
      throw StatedError.of("cli.start.interrupted", release);
    } finally {
      line.clear();
      settled.close();
    }
  }

  /** In the thread that ends this program. */
  private void interrupted() {
    line.clear();
    wait.end();
    shell.err().line("enit: " + Messages.text("cli.start.interrupted", release));
    shell.err().flush();
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
