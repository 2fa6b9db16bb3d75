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

/** Reports a release without a version: it does not start. */
public final class MissingVersion implements Check.OfRelease {
  private static final String FIRST_VERSION = "{vsn, \"1.0\"}";

  @Override
  public void check(Release release, CheckContext context, Consumer<Diagnostic> report) {
    Specifications.wellFormed(release)
        .filter(spec -> spec.property(PropertyNames.VERSION).isEmpty())
        .ifPresent(spec -> report.accept(diagnostic(spec)));
  }

  private static Diagnostic diagnostic(ReleaseSpecification spec) {
    return MissingProperty.misspelt(spec, DiagnosticCode.MISSING_VERSION, PropertyNames.VERSION)
        .orElseGet(
            () ->
                Diagnostic.of(DiagnosticCode.MISSING_VERSION, Specifications.name(spec))
                    .fix("insert", false, start(spec), insertion(spec), FIRST_VERSION));
  }

  /** Returns the place after the bracket, or before the first property if that begins a line. */
  private static Place start(ReleaseSpecification spec) {
    Span list = Specifications.place(spec, Objects.requireNonNull(spec.properties())).span();
    List<Term> properties = spec.propertyTerms();
    int at =
        properties.isEmpty()
            ? list.start() + 1
            : Specifications.place(spec, properties.getFirst()).span().start();
    return new Place(spec.file().path(), Span.at(at));
  }

  private static String insertion(ReleaseSpecification spec) {
    if (spec.propertyTerms().isEmpty()) {
      return FIRST_VERSION;
    }
    String text = spec.file().text();
    int first = start(spec).span().start();
    int line = first;
    while (line > 0 && " \t".indexOf(text.charAt(line - 1)) >= 0) {
      line--;
    }
    boolean ownLine = line > 0 && text.charAt(line - 1) == '\n';
    return FIRST_VERSION + (ownLine ? ",\n" + text.substring(line, first) : ", ");
  }
}
