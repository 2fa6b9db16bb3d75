package dev.enit.core.check.application;

import dev.enit.core.check.Check;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.check.Problem;
import dev.enit.core.release.AppReference;
import dev.enit.core.release.Release;
import dev.enit.core.workspace.Workspace;
import java.util.function.Consumer;

/** An application that is not installed: the release does not start. */
public final class UnknownApplication implements Check.OfRelease {
  @Override
  public void check(Release release, Workspace workspace, Consumer<Problem> report) {
    for (AppReference app : release.applications()) {
      if (release.otp().find(app.name()).isEmpty()) {
        report.accept(Problem.of(DiagnosticCode.UNKNOWN_APPLICATION, app.place(), app.name()));
      }
    }
  }
}
