package dev.enit.lsp.action;

import dev.enit.core.node.LaunchRefused;
import dev.enit.core.node.Launcher;
import dev.enit.core.node.NodeStatus;
import dev.enit.core.node.NodeStop;
import dev.enit.core.node.NodeStop.End;
import dev.enit.core.node.StopRefused;
import dev.enit.core.text.Messages;
import dev.enit.lsp.session.ActionContext;
import dev.enit.lsp.session.ActionResult;
import dev.enit.lsp.session.ActionResult.Outcome;
import java.util.List;

/** {@code enit restart}: what would keep the node from starting is found before it is stopped. */
public final class RestartAction implements ReleaseAction {
  @Override
  public String name() {
    return "RESTART";
  }

  @Override
  public ActionResult run(ActionContext doing) throws ActionRefused {
    ReleaseOnDisk saved = ReleaseOnDisk.read(doing);
    ready(saved);
    NodeStatus status = saved.status(doing);
    if (!status.isStopped() || !saved.unsaved().isEmpty()) {
      saved.confirm(doing, StopConfirmation.of(this, saved, status), this);
    }
    saved = ReleaseOnDisk.read(doing);
    StartOperation starting = new StartOperation(doing, ready(saved));
    starting.check();
    doing.cancellation().check();
    return again(doing, new StopOperation(doing, saved), starting);
  }

  private static Launcher ready(ReleaseOnDisk saved) throws ActionRefused {
    Launcher launcher = StartAction.launcher(saved);
    try {
      launcher.refuseNameInUse();
      launcher.refuseSupervised();
      launcher.refuseClosedCode();
      return launcher;
    } catch (LaunchRefused refused) {
      throw ActionRefused.because(refused.plainText());
    }
  }

  private static ActionResult again(
      ActionContext doing, StopOperation stopping, StartOperation starting) {
    try {
      NodeStop.Result stopped = stopping.run();
      if (stopped.end() == End.LEFT) {
        return ActionResult.of(Outcome.CANCELLED, stopped.text()).with(stopping.notes());
      }
      if (doing.cancellation().isCancelled()) {
        return ActionResult.of(Outcome.CANCELLED, Messages.text("action.left", doing.key().name()));
      }
      ActionResult result = starting.run();
      return result.outcome() == Outcome.DONE || stopped.end().isNothing()
          ? result.with(stopping.notes())
          : result.with(List.of("", Messages.text("action.stopped-before", doing.key().name())));
    } catch (StopRefused refused) {
      return ActionResult.of(Outcome.FAILED, refused.plainText()).with(stopping.notes());
    } catch (ActionRefused refused) {
      return ActionResult.of(Outcome.FAILED, refused.result().text())
          .with(List.of(Messages.text("action.stopped-before", doing.key().name())));
    }
  }
}
