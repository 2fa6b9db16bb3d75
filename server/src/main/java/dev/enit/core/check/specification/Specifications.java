package dev.enit.core.check.specification;

import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.ElementRemoval;
import dev.enit.core.check.Fix;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseSpecification;
import dev.enit.core.source.Place;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/** Functions on a specification for its checks. */
final class Specifications {
  private Specifications() {}

  /**
   * Returns the specification of a release if it is well-formed and has no syntax error: only then
   * may its properties be checked.
   */
  static Optional<ReleaseSpecification> wellFormed(Release release) {
    return release
        .specification()
        .filter(spec -> spec.form() != null && spec.form().hasIntactTerm())
        .filter(spec -> spec.tuple() != null && spec.tuple().elements().size() == 3)
        .filter(spec -> spec.properties() instanceof Term.ListTerm);
  }

  /** Returns the place of a term of the specification's form. */
  static Place place(ReleaseSpecification spec, Term term) {
    return place(spec, Objects.requireNonNull(spec.form()), term);
  }

  static Place place(ReleaseSpecification spec, Form form, Term term) {
    return new Place(spec.file().path(), form.absolute(term));
  }

  /** Returns the text of a term as it is written. */
  static String text(ReleaseSpecification spec, Term term) {
    return place(spec, term).span().in(spec.file().text());
  }

  /** Returns the place for diagnostics of the whole release: its name. */
  static Place name(ReleaseSpecification spec) {
    return place(spec, Objects.requireNonNull(spec.name()));
  }

  /** Returns the diagnostic with a fix, not preferred, that removes a property. */
  static Diagnostic removable(
      Diagnostic diagnostic, ReleaseSpecification spec, Term property, String... words) {
    return spec.properties() instanceof Term.ListTerm list
        ? ElementRemoval.of(spec.file(), Objects.requireNonNull(spec.form()), list, property)
            .map(changes -> new Fix("fix.remove", List.of(words), changes, false))
            .map(diagnostic::fix)
            .orElse(diagnostic)
        : diagnostic;
  }

  /** Returns a name as an atom, quoted if necessary. */
  static String atom(String name) {
    return TermPrinter.print(new Term.Atom(Span.at(0), name));
  }

  /**
   * Returns the first element of a tuple, as the short place of a long term, or else the term
   * itself.
   */
  static Term head(Term term) {
    return term instanceof Term.Tuple(var _, var elements) && !elements.isEmpty()
        ? elements.getFirst()
        : term;
  }
}
