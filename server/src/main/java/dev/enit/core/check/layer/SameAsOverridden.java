package dev.enit.core.check.layer;

import dev.enit.core.check.Check;
import dev.enit.core.check.CheckContext;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.check.Fix;
import dev.enit.core.check.section.Removal;
import dev.enit.core.config.Setting;
import dev.enit.core.release.Release;
import dev.enit.core.source.Place;
import dev.enit.grammar.term.TermValue;
import java.util.List;
import java.util.function.Consumer;

/**
 * Reports a setting with the same value as the one that it overrides. The default in an {@code
 * .app} file does not count: a layer that repeats it keeps the value when the application changes
 * its default.
 */
public final class SameAsOverridden implements Check.OfRelease {
  @Override
  public void check(Release release, CheckContext context, Consumer<Diagnostic> report) {
    release.config().contested().forEach(value -> check(value.settings(), report));
  }

  private static void check(List<Setting> settings, Consumer<Diagnostic> report) {
    if (settings.size() > 1 && EffectiveLines.isIntact(settings.getFirst())) {
      Setting winner = settings.get(0);
      Setting overridden = settings.get(1);
      // Two in one file are a duplicate key.
      if (!winner.layer().path().equals(overridden.layer().path())
          && TermValue.same(winner.value(), overridden.value())) {
        report.accept(diagnostic(winner, overridden));
      }
    }
  }

  private static Diagnostic diagnostic(Setting winner, Setting overridden) {
    Diagnostic diagnostic =
        Diagnostic.of(
                DiagnosticCode.SAME_AS_OVERRIDDEN,
                new Place(winner.layer().path(), winner.span()),
                winner.key(),
                LayerName.of(overridden, winner),
                overridden.line())
            .related(overridden.place(), "same");
    return Removal.of(winner).map(Fix::uncertain).map(diagnostic::fix).orElse(diagnostic);
  }
}
