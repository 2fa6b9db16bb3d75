package dev.enit.core.check.application;

import dev.enit.core.check.Check;
import dev.enit.core.check.CheckContext;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.check.Severity;
import dev.enit.core.otp.AppFile;
import dev.enit.core.otp.BeamError;
import dev.enit.core.release.LoadedApplications;
import dev.enit.core.release.Release;
import dev.enit.core.source.Place;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reports an application with a module that cannot be loaded. Without its callback module it does
 * not start; any other module fails when it is called.
 */
public final class BrokenModule implements Check.OfRelease {
  @Override
  public void check(Release release, CheckContext context, Consumer<Diagnostic> report) {
    if (release.otp().install().isEmpty()) {
      return;
    }
    ReleaseGraph graph = ReleaseGraph.of(release, context);
    for (String name : LoadedApplications.of(release)) {
      Optional<AppFile> app = release.otp().appFile(name);
      Optional<Place> place = graph.place(name);
      if (app.isPresent() && place.isPresent()) {
        List<BeamError> flaws = release.otp().flaws(app.get());
        if (!flaws.isEmpty()) {
          report.accept(diagnostic(app.get(), place.get(), flaws));
        }
      }
    }
  }

  /** Returns one diagnostic for an application, about its most important broken module. */
  private static Diagnostic diagnostic(AppFile app, Place place, List<BeamError> flaws) {
    BeamError flaw =
        flaws.stream()
            .filter(f -> app.module().filter(f.module()::equals).isPresent())
            .findFirst()
            .orElse(flaws.getFirst());
    boolean isCallback = app.module().filter(flaw.module()::equals).isPresent();
    String variant = (isCallback ? "callback-" : "") + (flaw.isAbsent() ? "absent" : "corrupt");
    Diagnostic diagnostic =
        Diagnostic.of(DiagnosticCode.BROKEN_MODULE, place, app.name(), flaw.module(), flaw.file())
            .variant(variant);
    return isCallback ? diagnostic.as(Severity.ERROR) : diagnostic;
  }
}
