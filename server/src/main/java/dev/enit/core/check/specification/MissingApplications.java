package dev.enit.core.check.specification;

import dev.enit.core.check.Check;
import dev.enit.core.check.CheckContext;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseSpecification;
import dev.enit.core.source.Place;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import java.util.List;
import java.util.Objects;
import java.util.function.Consumer;

/** Reports a release without {@code applications}. */
public final class MissingApplications implements Check.OfRelease {
  private static final String NONE = "{applications, []}";

  @Override
  public void check(Release release, CheckContext context, Consumer<Diagnostic> report) {
    Specifications.wellFormed(release)
        .filter(spec -> spec.property(PropertyNames.APPLICATIONS).isEmpty())
        .ifPresent(spec -> report.accept(diagnostic(spec)));
  }

  private static Diagnostic diagnostic(ReleaseSpecification spec) {
    return MissingProperty.misspelt(
            spec, DiagnosticCode.MISSING_APPLICATIONS, PropertyNames.APPLICATIONS)
        .orElseGet(
            () ->
                Diagnostic.of(DiagnosticCode.MISSING_APPLICATIONS, Specifications.name(spec))
                    .fix("insert", false, end(spec), insertion(spec), NONE));
  }

  /** Returns the place after the last property. */
  private static Place end(ReleaseSpecification spec) {
    List<Term> properties = spec.propertyTerms();
    Place list = Specifications.place(spec, Objects.requireNonNull(spec.properties()));
    int at =
        properties.isEmpty()
            ? list.span().start() + 1
            : Specifications.place(spec, properties.getLast()).span().end();
    return new Place(list.path(), Span.at(at));
  }

  private static String insertion(ReleaseSpecification spec) {
    if (spec.propertyTerms().isEmpty()) {
      return NONE;
    }
    String text = spec.file().text();
    int last = Specifications.place(spec, spec.propertyTerms().getLast()).span().start();
    int line = text.lastIndexOf('\n', last - 1) + 1;
    String before = text.substring(line, last);
    return (before.isBlank() && line > 0 ? ",\n" + before : ", ") + NONE;
  }
}
