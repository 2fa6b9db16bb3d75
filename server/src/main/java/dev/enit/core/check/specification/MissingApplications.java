package dev.enit.core.check.specification;

import dev.enit.core.check.Check;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.check.Problem;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseSpecification;
import dev.enit.core.workspace.Workspace;
import java.util.function.Consumer;

/** A release that does not say what to start. */
public final class MissingApplications implements Check.OfRelease {
  @Override
  public void check(Release release, Workspace workspace, Consumer<Problem> report) {
    Specifications.wellFormed(release)
        .filter(spec -> spec.property(PropertyNames.APPLICATIONS).isEmpty())
        .ifPresent(spec -> report.accept(problem(spec)));
  }

  private static Problem problem(ReleaseSpecification spec) {
    return MissingProperty.misspelt(
            spec, DiagnosticCode.MISSING_APPLICATIONS, PropertyNames.APPLICATIONS)
        .orElseGet(
            () -> Problem.of(DiagnosticCode.MISSING_APPLICATIONS, Specifications.name(spec)));
  }
}
