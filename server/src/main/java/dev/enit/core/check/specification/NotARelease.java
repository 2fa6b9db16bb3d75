package dev.enit.core.check.specification;

import dev.enit.core.check.Check;
import dev.enit.core.check.CheckContext;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseSpecification;
import dev.enit.core.source.Place;
import dev.enit.core.text.TermWords;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** Reports a {@code release.enit} without a {@code {release, Name, Properties}}. */
public final class NotARelease implements Check.OfRelease {
  @Override
  public void check(Release release, CheckContext context, Consumer<Diagnostic> report) {
    release
        .specification()
        .filter(spec -> spec.file().isIntact())
        .flatMap(spec -> diagnostic(release, spec))
        .ifPresent(report);
  }

  private static Optional<Diagnostic> diagnostic(Release release, ReleaseSpecification spec) {
    Form form = spec.form();
    if (form == null || form.term() == null) {
      return Optional.of(empty(release, spec));
    }
    return spec.tuple() == null
        ? Optional.of(other(spec, form, form.term()))
        : shape(release, spec, form, spec.tuple().elements());
  }

  /**
   * Returns the diagnostic for a file without a term. Its fix keeps the text, usually comments, at
   * the top.
   */
  private static Diagnostic empty(Release release, ReleaseSpecification spec) {
    String text = spec.file().text();
    Place start = new Place(spec.file().path(), Span.at(0));
    Place end = new Place(spec.file().path(), Span.at(text.length()));
    String before = text.isEmpty() || text.endsWith("\n") ? "" : "\n";
    String form = RelFile.release(release.name(), RelFile.FIRST_VERSION, List.of());
    return Diagnostic.of(DiagnosticCode.NOT_A_RELEASE, start)
        .variant("empty")
        .fix("insert", false, end, before + form, release.name());
  }

  private static Diagnostic other(ReleaseSpecification spec, Form form, Term term) {
    Place place = Specifications.place(spec, form, Specifications.head(term));
    Diagnostic diagnostic =
        Diagnostic.of(DiagnosticCode.NOT_A_RELEASE, place, TermWords.kind(term));
    return isSection(term) ? diagnostic.variant("section") : diagnostic;
  }

  private static boolean isSection(Term term) {
    return term instanceof Term.Tuple(var _, var pair)
        && pair.size() == 2
        && pair.get(0) instanceof Term.Atom
        && pair.get(1) instanceof Term.ListTerm;
  }

  private static Optional<Diagnostic> shape(
      Release release, ReleaseSpecification spec, Form form, List<Term> elements) {
    if (elements.size() == 4 && elements.get(1) instanceof Term.Tuple) {
      Diagnostic diagnostic = at(spec, form, elements.getFirst(), "rel");
      Place whole = new Place(spec.file().path(), form.span());
      return Optional.of(
          RelFile.of(elements)
              .filter(_ -> whole.span().in(spec.file().text()).indexOf('%') < 0)
              .map(rel -> diagnostic.fix("rel", false, whole, rel.release(release.name()).strip()))
              .orElse(diagnostic));
    }
    if (elements.size() != 3) {
      return Optional.of(at(spec, form, elements.getFirst(), "shape"));
    }
    return elements.get(2) instanceof Term.ListTerm
        ? Optional.empty()
        : Optional.of(at(spec, form, elements.get(2), "properties"));
  }

  private static Diagnostic at(ReleaseSpecification spec, Form form, Term term, String variant) {
    Place place = Specifications.place(spec, form, term);
    return Diagnostic.of(DiagnosticCode.NOT_A_RELEASE, place, TermWords.kind(term))
        .variant(variant);
  }
}
