package dev.enit.core.check.specification;

import dev.enit.core.check.Check;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.check.Problem;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseSpecification;
import dev.enit.core.source.Place;
import dev.enit.core.text.TermWords;
import dev.enit.core.workspace.Workspace;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** A {@code release.enit} without a {@code {release, Name, Properties}}. */
public final class NotARelease implements Check.OfRelease {
  @Override
  public void check(Release release, Workspace workspace, Consumer<Problem> report) {
    release
        .specification()
        .filter(spec -> spec.file().isIntact())
        .flatMap(NotARelease::problem)
        .ifPresent(report);
  }

  private static Optional<Problem> problem(ReleaseSpecification spec) {
    Form form = spec.form();
    if (form == null || form.term() == null) {
      Place start = new Place(spec.file().path(), Span.at(0));
      return Optional.of(Problem.of(DiagnosticCode.NOT_A_RELEASE, start).variant("empty"));
    }
    return spec.tuple() == null
        ? Optional.of(other(spec, form, form.term()))
        : shape(spec, form, spec.tuple().elements());
  }

  private static Problem other(ReleaseSpecification spec, Form form, Term term) {
    Place place = Specifications.place(spec, form, Specifications.head(term));
    Problem problem = Problem.of(DiagnosticCode.NOT_A_RELEASE, place, TermWords.kind(term));
    return isSection(term) ? problem.variant("section") : problem;
  }

  private static boolean isSection(Term term) {
    return term instanceof Term.Tuple(var _, var pair)
        && pair.size() == 2
        && pair.get(0) instanceof Term.Atom
        && pair.get(1) instanceof Term.ListTerm;
  }

  private static Optional<Problem> shape(
      ReleaseSpecification spec, Form form, List<Term> elements) {
    if (elements.size() == 4 && elements.get(1) instanceof Term.Tuple) {
      return Optional.of(at(spec, form, elements.getFirst(), "rel"));
    }
    if (elements.size() != 3) {
      return Optional.of(at(spec, form, elements.getFirst(), "shape"));
    }
    return elements.get(2) instanceof Term.ListTerm
        ? Optional.empty()
        : Optional.of(at(spec, form, elements.get(2), "properties"));
  }

  private static Problem at(ReleaseSpecification spec, Form form, Term term, String variant) {
    Place place = Specifications.place(spec, form, term);
    return Problem.of(DiagnosticCode.NOT_A_RELEASE, place, TermWords.kind(term)).variant(variant);
  }
}
