package dev.enit.lsp.action;

import dev.enit.core.node.LaunchRefused;
import dev.enit.core.node.Launcher;
import dev.enit.core.report.ErrorLines;
import dev.enit.lsp.session.ActionResult;
import dev.enit.lsp.session.Doing;

/** {@code enit start}. */
public final class StartNode implements Action {
  @Override
  public String name() {
    return "START";
  }

  @Override
  public ActionResult run(Doing doing) throws Refused {
    SavedRelease saved = SavedRelease.read(doing);
    Launcher launcher = ready(saved);
    if (!saved.unsaved().isEmpty()) {
      saved.confirm(doing, saved.startQuestion(), this);
      launcher = ready(SavedRelease.read(doing));
    }
    doing.cancellation().check();
    return new Starting(doing, launcher).run();
  }

  private static Launcher ready(SavedRelease saved) throws Refused {
    Launcher launcher = launcher(saved);
    try {
      launcher.refuseRunning();
      return launcher;
    } catch (LaunchRefused refused) {
      throw Refused.because(refused.plainText());
    }
  }

  /** Of a release without errors, which may run still. */
  static Launcher launcher(SavedRelease saved) throws Refused {
    saved.refuseErrors(
        errors -> ErrorLines.refusal(saved.workspace(), saved.name(), errors, saved.names()));
    try {
      return Launcher.of(saved.release(), saved.network());
    } catch (LaunchRefused refused) {
      throw Refused.because(refused.plainText());
    }
  }
}
