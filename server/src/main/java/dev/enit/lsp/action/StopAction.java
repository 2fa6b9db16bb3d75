package dev.enit.lsp.action;

import dev.enit.core.node.NodeStatus;
import dev.enit.core.node.NodeStop;
import dev.enit.core.node.NodeStop.End;
import dev.enit.core.node.StopRefused;
import dev.enit.lsp.session.ActionContext;
import dev.enit.lsp.session.ActionResult;
import dev.enit.lsp.session.ActionResult.Outcome;

/**
 * Stops the node, as {@code enit stop} does. Errors in the files of a release do not prevent it.
 */
public final class StopAction implements ReleaseAction {
  @Override
  public String name() {
    return "STOP";
  }

  @Override
  public ActionResult run(ActionContext context) throws ActionRefused {
    ReleaseOnDisk saved = ReleaseOnDisk.read(context);
    NodeStatus status = saved.status(context);
    if (!status.isStopped()) {
      saved.confirm(context, StopConfirmation.of(this, saved, status), this);
    }
    StopOperation stopping = new StopOperation(context, ReleaseOnDisk.read(context));
    context.cancellation().check();
    try {
      NodeStop.Result result = stopping.run();
      return ActionResult.of(outcome(result.end()), result.text()).with(stopping.notes());
    } catch (StopRefused refused) {
      return ActionResult.of(Outcome.FAILED, refused.plainText()).with(stopping.notes());
    }
  }

  private static Outcome outcome(End end) {
    return switch (end) {
      case NOT_RUNNING, NAME_IN_USE -> Outcome.UNCHANGED;
      case STOPPED, KILLED -> Outcome.DONE;
      case LEFT -> Outcome.CANCELLED;
    };
  }
}
