package dev.enit.lsp.action;

import dev.enit.core.node.LaunchRefused;
import dev.enit.core.node.Launcher;
import dev.enit.core.report.ErrorLines;
import dev.enit.lsp.session.ActionContext;
import dev.enit.lsp.session.ActionResult;

/** Starts the node, as {@code enit start} does. */
public final class StartAction implements ReleaseAction {
  @Override
  public String name() {
    return "START";
  }

  @Override
  public ActionResult run(ActionContext context) throws ActionRefused {
    ReleaseOnDisk saved = ReleaseOnDisk.read(context);
    Launcher launcher = ready(saved);
    if (!saved.unsaved().isEmpty()) {
      saved.confirm(context, saved.startQuestion(), this);
      launcher = ready(ReleaseOnDisk.read(context));
    }
    context.cancellation().check();
    return new StartOperation(context, launcher).run();
  }

  private static Launcher ready(ReleaseOnDisk saved) throws ActionRefused {
    Launcher launcher = launcher(saved);
    try {
      launcher.refuseRunning();
      return launcher;
    } catch (LaunchRefused refused) {
      throw ActionRefused.because(refused.plainText());
    }
  }

  /** Returns the launcher of a release without errors. Its node may still be running. */
  static Launcher launcher(ReleaseOnDisk saved) throws ActionRefused {
    saved.refuseErrors(
        errors -> ErrorLines.refusal(saved.workspace(), saved.name(), errors, saved.names()));
    try {
      Launcher launcher = Launcher.of(saved.release(), saved.network());
      launcher.refuseUnsafe(saved.workspace().host().writeAccess());
      return launcher;
    } catch (LaunchRefused refused) {
      throw ActionRefused.because(refused.plainText());
    }
  }
}
