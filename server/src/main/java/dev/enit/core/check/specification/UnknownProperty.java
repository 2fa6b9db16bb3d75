package dev.enit.core.check.specification;

import dev.enit.core.check.Check;
import dev.enit.core.check.CheckContext;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.check.Severity;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseSpecification;
import dev.enit.core.source.Place;
import dev.enit.core.text.TermWords;
import dev.enit.grammar.term.Term;
import java.util.Optional;
import java.util.function.Consumer;

/**
 * Reports a property that enit does not know. It is ignored; a name that resembles a known one is
 * probably a misspelling.
 */
public final class UnknownProperty implements Check.OfRelease {
  @Override
  public void check(Release release, CheckContext context, Consumer<Diagnostic> report) {
    Specifications.wellFormed(release).ifPresent(spec -> check(spec, report));
  }

  private static void check(ReleaseSpecification spec, Consumer<Diagnostic> report) {
    for (PropertyNames.Unknown unknown : PropertyNames.unknown(spec)) {
      diagnostic(spec, unknown).ifPresent(report);
    }
    for (Term property : spec.propertyTerms()) {
      if (!isProperty(property)) {
        Place place = Specifications.place(spec, property);
        report.accept(
            Specifications.removable(
                Diagnostic.of(DiagnosticCode.UNKNOWN_PROPERTY, place, TermWords.kind(property))
                    .variant("shape")
                    .as(Severity.WARNING),
                spec,
                property,
                TermWords.kind(property)));
      }
    }
  }

  private static boolean isProperty(Term property) {
    return property instanceof Term.Missing
        || (property instanceof Term.Tuple(var _, var elements)
            && !elements.isEmpty()
            && elements.getFirst() instanceof Term.Atom);
  }

  private static Optional<Diagnostic> diagnostic(
      ReleaseSpecification spec, PropertyNames.Unknown unknown) {
    Place place = Specifications.place(spec, unknown.key());
    Optional<String> meant = unknown.meant();
    if (meant.isPresent() && spec.property(meant.get()).isEmpty()) {
      // This is reported as a missing property.
      return Optional.empty();
    }
    Diagnostic diagnostic =
        Diagnostic.of(
            DiagnosticCode.UNKNOWN_PROPERTY, place, unknown.key().name(), meant.orElse(""));
    return Optional.of(
        Specifications.removable(
            meant.isPresent() ? diagnostic.variant("near").as(Severity.WARNING) : diagnostic,
            spec,
            unknown.tuple(),
            "`" + unknown.key().name() + "`"));
  }
}
