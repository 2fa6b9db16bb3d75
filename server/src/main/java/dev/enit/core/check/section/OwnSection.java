package dev.enit.core.check.section;

import dev.enit.core.check.Check;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.check.FormRemoval;
import dev.enit.core.config.ConfigForm.Section;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.config.ConfigMerge;
import dev.enit.core.source.Place;
import java.util.function.Consumer;

/** Reports a section of the application {@code enit}, which sets its environment itself. */
public final class OwnSection implements Check.OfLayer {
  @Override
  public void check(ConfigLayer layer, Consumer<Diagnostic> report) {
    for (Section section : IntactForms.sections(layer)) {
      if (section.application().name().equals(ConfigMerge.OWN_APPLICATION)) {
        Place place = new Place(layer.path(), section.form().absolute(section.application()));
        report.accept(
            Diagnostic.of(DiagnosticCode.OWN_SECTION, place)
                .fix(FormRemoval.of(layer.file(), section.form(), ConfigMerge.OWN_APPLICATION)));
      }
    }
  }
}
