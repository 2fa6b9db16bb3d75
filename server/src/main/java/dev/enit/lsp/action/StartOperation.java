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

/**
 * The start of a node after all checks have passed, followed until the node runs or its process has
 * exited.
 */
final class StartOperation implements StartWait.Listener {
  /**
   * The time limit of a start. A user who waits this long no longer watches the progress; one who
   * does can cancel.
   */
  private static final Duration LONGEST = Duration.ofMinutes(10);

  /** The working directory of the node, independent of that of the server. */
  private static final Path DIRECTORY = Path.of("/");

  private final ActionContext context;
  private final Launcher launcher;
  private final NodeLog log;

  StartOperation(ActionContext context, Launcher launcher) {
    this.context = context;
    this.launcher = launcher;
    this.log = NodeLog.of(launcher, context.session().host().environment());
  }

  /** Checks that the log is writable. */
  void check() throws ActionRefused {
    try {
      log.check();
    } catch (LaunchRefused refused) {
      throw ActionRefused.because(refused.plainText());
    }
  }

  /** Starts the node; if cancelled in the middle, the node is stopped again. */
  ActionResult run() throws ActionRefused {
    context.progress().say(Messages.text("action.beginning", launcher.release().node().nodename()));
    StartedProcess process = begin();
    // The process exists now, so that the live view can show it as starting.
    context.session().live().look(context.key());
    StartWait wait =
        new StartWait(
            process,
            log,
            launcher.settings().stopTimeout(),
            KnownSecrets.of(launcher.release().config()));
    context.cancellation().by(() -> cancel(wait));
    try {
      StartEnd end = wait.until(Deadline.in(LONGEST), this);
      return end instanceof StartEnd.NotRunning failed ? result(failed, wait) : done(process);
    } catch (InterruptedException e) {
      wait.end();
      throw new IllegalStateException("an action is not interrupted", e);
    }
  }

  private void cancel(StartWait wait) {
    context
        .progress()
        .say(Messages.text("action.stopping-again", launcher.release().node().nodename()));
    wait.cancel();
  }

  private StartedProcess begin() throws ActionRefused {
    Session session = context.session();
    LaunchSettings settings = launcher.settings();
    BackgroundStart start =
        new BackgroundStart(
            launcher,
            log,
            new BackgroundStart.Surroundings(
                session.daemon(), explicit(session), DIRECTORY, session.host().environment()));
    try {
      // As for `enit start`: without a setting, the first failure is final.
      return start.begin(
          new LaunchOptions(
              settings.startRetries().orElse(Retries.NONE), settings.startDelay(), false, false));
    } catch (LaunchRefused refused) {
      throw ActionRefused.because(refused.plainText());
    }
  }

  /** Returns the explicit settings with absolute paths: the node has another working directory. */
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
    context
        .progress()
        .say(Messages.text("start.starting", now.application(), now.number(), now.total()));
  }

  @Override
  public void failed(StartEvent.Failed now, Duration delay) {
    context
        .progress()
        .say(Messages.text("start.retry", now.application(), now.reason(), delay.toSeconds()));
  }

  @Override
  public void over() {
    // What follows is short and cannot be cancelled.
  }
}
