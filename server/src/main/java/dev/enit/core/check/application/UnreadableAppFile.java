package dev.enit.core.check.application;

import dev.enit.core.check.Check;
import dev.enit.core.check.CheckContext;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.otp.AppFile.AppFileError;
import dev.enit.core.otp.AppGraph.Node;
import dev.enit.core.release.Release;
import dev.enit.core.source.Place;
import java.util.Locale;
import java.util.function.Consumer;

/** Reports an application whose {@code .app} file an emulator cannot load. */
public final class UnreadableAppFile implements Check.OfRelease {
  @Override
  public void check(Release release, CheckContext context, Consumer<Diagnostic> report) {
    ReleaseGraph graph = ReleaseGraph.of(release, context);
    for (Node node : graph.graph().unresolved()) {
      release
          .otp()
          .mistake(node.name())
          .flatMap(
              mistake ->
                  graph.place(node.name()).map(place -> diagnostic(place, node.name(), mistake)))
          .ifPresent(report);
    }
  }

  private static Diagnostic diagnostic(Place place, String name, AppFileError mistake) {
    return Diagnostic.of(
            DiagnosticCode.UNREADABLE_APP_FILE, place, name, mistake.file(), mistake.detail())
        .variant(mistake.kind().name().toLowerCase(Locale.ROOT))
        .related(new Place(mistake.file(), mistake.span()), "file");
  }
}
