package dev.enit.core.check.section;

import dev.enit.core.check.Check;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.check.Fix;
import dev.enit.core.config.ConfigForm.Entry;
import dev.enit.core.config.ConfigForm.Section;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.config.Setting;
import dev.enit.core.source.Place;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reports a key that a file sets twice for one application: the later setting wins, the earlier one
 * has no effect.
 */
public final class DuplicateKey implements Check.OfLayer {
  @Override
  public void check(ConfigLayer layer, Consumer<Diagnostic> report) {
    Map<String, Map<String, Setting>> winners = new HashMap<>();
    List<Section> sections = IntactForms.sections(layer);
    for (Section section : sections.reversed()) {
      Map<String, Setting> ofSection =
          winners.computeIfAbsent(section.application().name(), _ -> new HashMap<>());
      for (Entry entry : section.entries().reversed()) {
        Setting setting = new Setting(layer, section, entry);
        Setting winner = ofSection.putIfAbsent(setting.key(), setting);
        if (winner != null) {
          report.accept(diagnostic(setting, winner));
        }
      }
    }
  }

  private static Diagnostic diagnostic(Setting loser, Setting winner) {
    Diagnostic diagnostic =
        Diagnostic.of(
                DiagnosticCode.DUPLICATE_KEY,
                new Place(loser.layer().path(), loser.span()),
                loser.key(),
                loser.application(),
                winner.line())
            .related(winner.place(), "winner");
    Optional<Fix> removal = Removal.of(loser);
    return removal.map(diagnostic::fix).orElse(diagnostic);
  }
}
