package dev.enit.lsp.action;

import dev.enit.core.node.NodeStatus;
import dev.enit.core.node.NodeStop;
import dev.enit.core.node.NodeStop.End;
import dev.enit.core.node.StopRefused;
import dev.enit.lsp.session.ActionContext;
import dev.enit.lsp.session.ActionResult;
import dev.enit.lsp.session.ActionResult.Outcome;

/** {@code enit stop}. Mistakes in the files of a release do not keep it from being stopped. */
public final class StopAction implements ReleaseAction {
  @Override
  public String name() {
    return "STOP";
  }

  @Override
  public ActionResult run(ActionContext doing) throws ActionRefused {
    ReleaseOnDisk saved = ReleaseOnDisk.read(doing);
    NodeStatus status = saved.status(doing);
    if (!status.isStopped()) {
      saved.confirm(doing, StopConfirmation.of(this, saved, status), this);
    }
    StopOperation stopping = new StopOperation(doing, ReleaseOnDisk.read(doing));
    doing.cancellation().check();
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
