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

/**
 * Restarts the node, as {@code enit restart} does: what would keep the node from starting is
 * reported before the node is stopped.
 */
public final class RestartAction implements ReleaseAction {
  @Override
  public String name() {
    return "RESTART";
  }

  @Override
  public ActionResult run(ActionContext context) throws ActionRefused {
    ReleaseOnDisk saved = ReleaseOnDisk.read(context);
    ready(saved);
    NodeStatus status = saved.status(context);
    if (!status.isStopped() || !saved.unsaved().isEmpty()) {
      saved.confirm(context, StopConfirmation.of(this, saved, status), this);
    }
    saved = ReleaseOnDisk.read(context);
    StartOperation starting = new StartOperation(context, ready(saved));
    starting.check();
    context.cancellation().check();
    return stopAndStart(context, new StopOperation(context, saved), starting);
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

  private static ActionResult stopAndStart(
      ActionContext context, StopOperation stopping, StartOperation starting) {
    try {
      NodeStop.Result stopped = stopping.run();
      if (stopped.end() == End.LEFT) {
        return ActionResult.of(Outcome.CANCELLED, stopped.text()).with(stopping.notes());
      }
      if (context.cancellation().isCancelled()) {
        return ActionResult.of(
            Outcome.CANCELLED, Messages.text("action.left", context.key().name()));
      }
      ActionResult result = starting.run();
      return result.outcome() == Outcome.DONE || stopped.end().isNothing()
          ? result.with(stopping.notes())
          : result.with(List.of("", Messages.text("action.stopped-before", context.key().name())));
    } catch (StopRefused refused) {
      return ActionResult.of(Outcome.FAILED, refused.plainText()).with(stopping.notes());
    } catch (ActionRefused refused) {
      return ActionResult.of(Outcome.FAILED, refused.result().text())
          .with(List.of(Messages.text("action.stopped-before", context.key().name())));
    }
  }
}
