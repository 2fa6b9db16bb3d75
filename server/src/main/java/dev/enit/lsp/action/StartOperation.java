package dev.enit.lsp.action;

import dev.enit.core.config.KnownSecrets;
import dev.enit.core.config.LaunchSettings;
import dev.enit.core.config.LaunchSettings.Retries;
import dev.enit.core.node.BackgroundStart;
import dev.enit.core.node.LaunchOptions;
import dev.enit.core.node.LaunchRefused;
import dev.enit.core.node.Launcher;
import dev.enit.core.node.NodeLog;
import dev.enit.core.node.StartEnd;
import dev.enit.core.node.StartEvent;
import dev.enit.core.node.StartWait;
import dev.enit.core.node.StartedProcess;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.settings.Settings;
import dev.enit.core.settings.SettingsSources;
import dev.enit.core.text.Messages;
import dev.enit.lsp.session.ActionContext;
import dev.enit.lsp.session.ActionResult;
import dev.enit.lsp.session.ActionResult.Outcome;
import dev.enit.lsp.session.Session;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/** The start of a node that nothing stands against, followed until it runs or is gone again. */
final class StartOperation implements StartWait.Listener {
  /** A person who has waited this long has looked away; whoever has not can cancel. */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** The working directory of the server decides nothing of a node. */
  private static final Path DIRECTORY = Path.of("/");

  private final ActionContext doing;
  private final Launcher launcher;
  private final NodeLog log;

  StartOperation(ActionContext doing, Launcher launcher) {
    this.doing = doing;
    this.launcher = launcher;
    this.log = NodeLog.of(launcher, doing.session().host().environment());
  }

  /** Makes sure that the log can be written. */
  void check() throws ActionRefused {
    try {
      log.check();
    } catch (LaunchRefused refused) {
      throw ActionRefused.because(refused.plainText());
    }
  }

  /** Starts it; cancelled in the middle, the node is ended again. */
  ActionResult run() throws ActionRefused {
    doing.progress().say(Messages.text("action.beginning", launcher.release().node().nodename()));
    StartedProcess process = begin();
    // It has a process from now on, and is seen to start.
    doing.session().live().look(doing.key());
    StartWait wait =
        new StartWait(
            process,
            log,
            launcher.settings().stopTimeout(),
            KnownSecrets.of(launcher.release().config()));
    doing.cancellation().by(() -> cancel(wait));
    try {
      StartEnd end = wait.until(Deadline.in(LONGEST), this);
      return end instanceof StartEnd.NotRunning failed ? result(failed, wait) : done(process);
    } catch (InterruptedException e) {
      wait.end();
      throw new IllegalStateException("nobody interrupts an action", e);
    }
  }

  private void cancel(StartWait wait) {
    doing
        .progress()
        .say(Messages.text("action.stopping-again", launcher.release().node().nodename()));
    wait.cancel();
  }

  private StartedProcess begin() throws ActionRefused {
    Session session = doing.session();
    LaunchSettings settings = launcher.settings();
    BackgroundStart start =
        new BackgroundStart(
            launcher,
            log,
            new BackgroundStart.Surroundings(
                session.daemon(), explicit(session), DIRECTORY, session.host().environment()));
    try {
      // As for `enit start`: where nothing else is said, the first failure is the answer.
      return start.begin(
          new LaunchOptions(
              settings.startRetries().orElse(Retries.NONE), settings.startDelay(), false, false));
    } catch (LaunchRefused refused) {
      throw ActionRefused.because(refused.plainText());
    }
  }

  /** What was said expressly, with absolute paths: the process has another working directory. */
  private static Settings explicit(Session session) {
    return SettingsSources.of(session.configuration().explicit(), session.host().environment())
        .explicit();
  }

  private ActionResult done(StartedProcess process) {
    return ActionResult.of(
        Outcome.DONE,
        Messages.text(
            "start.done",
            launcher.release().name(),
            launcher.release().node().nodename(),
            process.pid(),
            log.file()));
  }

  private ActionResult result(StartEnd.NotRunning end, StartWait wait) {
    String message = end.message(launcher.release().name(), log.file().toString());
    if (end instanceof StartEnd.Cancelled) {
      return ActionResult.of(Outcome.CANCELLED, message);
    }
    List<String> tail = new ArrayList<>();
    wait.logTail().forEach(line -> tail.add("  " + line));
    if (!tail.isEmpty()) {
      tail.addFirst(Messages.text("action.log", log.file()));
      tail.addFirst("");
    }
    return ActionResult.of(Outcome.FAILED, message).with(tail);
  }

  @Override
  public void starting(StartEvent.Starting now) {
    doing
        .progress()
        .say(Messages.text("start.starting", now.application(), now.number(), now.total()));
  }

  @Override
  public void failed(StartEvent.Failed now, Duration delay) {
    doing
        .progress()
        .say(Messages.text("start.retry", now.application(), now.reason(), delay.toSeconds()));
  }

  @Override
  public void over() {
    // What follows is short, and cannot be taken back.
  }
}
