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

/** What the checks of a specification ask of it. */
final class Specifications {
  private Specifications() {}

  /**
   * A specification that has the shape of one and no syntax mistake: only then may something be
   * said of what it has and lacks.
   */
  static Optional<ReleaseSpecification> wellFormed(Release release) {
    return release
        .specification()
        .filter(spec -> spec.form() != null && spec.form().hasIntactTerm())
        .filter(spec -> spec.tuple() != null && spec.tuple().elements().size() == 3)
        .filter(spec -> spec.properties() instanceof Term.ListTerm);
  }

  /** Where a term of the specification's own form stands. */
  static Place place(ReleaseSpecification spec, Term term) {
    return place(spec, Objects.requireNonNull(spec.form()), term);
  }

  static Place place(ReleaseSpecification spec, Form form, Term term) {
    return new Place(spec.file().path(), form.absolute(term));
  }

  /** The text of a term as it was written. */
  static String text(ReleaseSpecification spec, Term term) {
    return place(spec, term).span().in(spec.file().text());
  }

  /** The place for what is said of the release as a whole: its name. */
  static Place name(ReleaseSpecification spec) {
    return place(spec, Objects.requireNonNull(spec.name()));
  }

  /** A diagnostic with the fix that takes a property out, which may be wanted all the same. */
  static Diagnostic removable(
      Diagnostic diagnostic, ReleaseSpecification spec, Term property, String... words) {
    return spec.properties() instanceof Term.ListTerm list
        ? ElementRemoval.of(spec.file(), Objects.requireNonNull(spec.form()), list, property)
            .map(changes -> new Fix("fix.remove", List.of(words), changes, false))
            .map(diagnostic::fix)
            .orElse(diagnostic)
        : diagnostic;
  }

  /** A name as an atom, in quotes where it needs them. */
  static String atom(String name) {
    return TermPrinter.print(new Term.Atom(Span.at(0), name));
  }

  /** The first element of a tuple, as the short place of a long term; else the term itself. */
  static Term head(Term term) {
    return term instanceof Term.Tuple(var _, var elements) && !elements.isEmpty()
        ? elements.getFirst()
        : term;
  }
}
