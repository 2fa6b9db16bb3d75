package dev.enit.core.check.layer;

import dev.enit.core.check.Check;
import dev.enit.core.check.CheckContext;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.config.Setting;
import dev.enit.core.release.Release;
import dev.enit.grammar.term.TermValue;
import java.util.List;
import java.util.function.Consumer;

/** Reports a setting that a later layer overrides: a change of it has no effect. */
public final class Overridden implements Check.OfRelease {
  @Override
  public void check(Release release, CheckContext context, Consumer<Diagnostic> report) {
    release.config().contested().forEach(value -> check(EffectiveLines.of(value), report));
  }

  private static void check(List<Setting> settings, Consumer<Diagnostic> report) {
    Setting winner = settings.getFirst();
    for (int i = 1; i < settings.size(); i++) {
      Setting loser = settings.get(i);
      // A winner with the same value is reported there.
      boolean repeated = i == 1 && TermValue.same(winner.value(), loser.value());
      if (!repeated && EffectiveLines.isIntact(loser)) {
        report.accept(
            Diagnostic.of(
                    DiagnosticCode.OVERRIDDEN,
                    loser.place(),
                    loser.key(),
                    LayerName.of(winner, loser),
                    winner.line())
                .related(winner.place(), "winner"));
      }
    }
  }
}
