package dev.enit.core.check.layer;

import dev.enit.core.check.Check;
import dev.enit.core.check.CheckContext;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.release.Release;
import dev.enit.core.source.Place;
import dev.enit.core.source.Source.UnreadableFile;
import java.util.function.Consumer;

/**
 * Reports a file or a folder of the release that cannot be read. It has no text for the diagnostic,
 * which is therefore in the specification.
 */
public final class UnreadableLayer implements Check.OfRelease {
  @Override
  public void check(Release release, CheckContext context, Consumer<Diagnostic> report) {
    Place place = SpecificationPlaces.name(release);
    for (UnreadableFile closed : release.unreadable()) {
      report.accept(
          Diagnostic.of(DiagnosticCode.UNREADABLE_LAYER, place, closed.path(), closed.reason()));
    }
  }
}
