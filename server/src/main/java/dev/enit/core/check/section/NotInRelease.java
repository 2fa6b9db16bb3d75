package dev.enit.core.check.section;

import dev.enit.core.check.Check;
import dev.enit.core.check.CheckContext;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.check.FormRemoval;
import dev.enit.core.config.ConfigForm.Section;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.config.ConfigMerge;
import dev.enit.core.config.NodeKey;
import dev.enit.core.release.Release;
import dev.enit.core.source.Place;
import java.util.function.Consumer;

/** Reports a section of an application that is installed, but that the release does not run. */
public final class NotInRelease implements Check.OfRelease {
  @Override
  public void check(Release release, CheckContext context, Consumer<Diagnostic> report) {
    RunningApplications running = RunningApplications.of(release);
    if (!running.isComplete()) {
      return;
    }
    for (ConfigLayer layer : release.layers()) {
      for (Section section : IntactForms.sections(layer)) {
        String name = section.application().name();
        if (!name.equals(NodeKey.SECTION)
            && !name.equals(ConfigMerge.OWN_APPLICATION)
            && !running.names().contains(name)
            && release.otp().find(name).isPresent()) {
          Place place = new Place(layer.path(), section.form().absolute(section.application()));
          report.accept(
              Diagnostic.of(DiagnosticCode.APPLICATION_NOT_IN_RELEASE, place, name, release.name())
                  .fix(FormRemoval.of(layer.file(), section.form(), name)));
        }
      }
    }
  }
}
