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
import dev.enit.core.otp.OtpApplications;
import dev.enit.core.release.Release;
import dev.enit.core.source.Place;
import dev.enit.core.text.NearestName;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.util.HashSet;
import java.util.Optional;
import java.util.Set;
import java.util.function.Consumer;

/**
 * Reports a section of an application that is not installed. If the release lists it too, or
 * something in the release depends on it, that is reported instead.
 */
public final class UnknownSection implements Check.OfRelease {
  @Override
  public void check(Release release, CheckContext context, Consumer<Diagnostic> report) {
    if (release.otp().install().isEmpty()) {
      return;
    }
    RunningApplications running = RunningApplications.of(release);
    Set<String> likely = likely(release, running);
    for (ConfigLayer layer : release.layers()) {
      for (Section section : IntactForms.sections(layer)) {
        String name = section.application().name();
        if (!name.equals(NodeKey.SECTION)
            && !name.equals(ConfigMerge.OWN_APPLICATION)
            && !running.names().contains(name)
            && release.otp().find(name).isEmpty()) {
          Place place = new Place(layer.path(), section.form().absolute(section.application()));
          report.accept(
              diagnostic(place, name, nearest(name, release, likely))
                  .fix(FormRemoval.of(layer.file(), section.form(), name)));
        }
      }
    }
  }

  private static Diagnostic diagnostic(Place place, String name, Optional<String> nearest) {
    if (OtpApplications.contains(name)) {
      String debian = OtpApplications.debianPackage(name);
      return Diagnostic.of(DiagnosticCode.UNKNOWN_SECTION, place, name, debian).variant("otp");
    }
    if (nearest.isEmpty()) {
      return Diagnostic.of(DiagnosticCode.UNKNOWN_SECTION, place, name);
    }
    String meant = nearest.get();
    String text = TermPrinter.print(new Term.Atom(Span.at(0), meant));
    return Diagnostic.of(DiagnosticCode.UNKNOWN_SECTION, place, name, meant)
        .variant(meant.equals(NodeKey.SECTION) ? "node" : "nearest")
        .fix("replace", false, place, text, meant);
  }

  private static Set<String> likely(Release release, RunningApplications running) {
    Set<String> likely = new HashSet<>(running.names());
    likely.removeIf(app -> release.otp().find(app).isEmpty());
    likely.add(NodeKey.SECTION);
    return likely;
  }

  /**
   * Returns the application with the most similar name. One of the release is more likely than one
   * that is only installed.
   */
  private static Optional<String> nearest(String name, Release release, Set<String> likely) {
    return NearestName.one(name, likely).or(() -> release.otp().similar(name).stream().findFirst());
  }
}
