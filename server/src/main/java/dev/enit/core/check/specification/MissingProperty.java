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

/**
 * Reports a release without a property that it needs: at a misspelt property, if that may be the
 * missing one. A version is inserted as the first property, applications as the last.
 */
public final class MissingProperty implements Check.OfRelease {
  private final DiagnosticCode code;
  private final String name;
  private final String insertion;

  private MissingProperty(DiagnosticCode code, String name, String insertion) {
    this.code = code;
    this.name = name;
    this.insertion = insertion;
  }

  /** Returns the check for a version, without which a release does not start. */
  public static MissingProperty version() {
    return new MissingProperty(
        DiagnosticCode.MISSING_VERSION, PropertyNames.VERSION, "{vsn, \"1.0\"}");
  }

  /** Returns the check for {@code applications}. */
  public static MissingProperty applications() {
    return new MissingProperty(
        DiagnosticCode.MISSING_APPLICATIONS, PropertyNames.APPLICATIONS, "{applications, []}");
  }

  @Override
  public void check(Release release, CheckContext context, Consumer<Diagnostic> report) {
    Specifications.wellFormed(release)
        .filter(spec -> spec.property(name).isEmpty())
        .ifPresent(spec -> report.accept(diagnostic(spec)));
  }

  private Diagnostic diagnostic(ReleaseSpecification spec) {
    return PropertyNames.misspelt(spec, name)
        .map(
            unknown ->
                Diagnostic.of(code, Specifications.place(spec, unknown.key()), unknown.key().name())
                    .variant("misspelt")
                    .fix("rename", true, Specifications.place(spec, unknown.key()), name, name))
        .orElseGet(() -> absent(spec));
  }

  private Diagnostic absent(ReleaseSpecification spec) {
    Diagnostic diagnostic = Diagnostic.of(code, Specifications.name(spec));
    List<Term> properties = spec.propertyTerms();
    Place list = Specifications.place(spec, Objects.requireNonNull(spec.properties()));
    if (properties.isEmpty()) {
      return diagnostic.fix(
          "insert", false, at(list, list.span().start() + 1), insertion, insertion);
    }
    boolean isFirst = code == DiagnosticCode.MISSING_VERSION;
    Span neighbour =
        Specifications.place(spec, isFirst ? properties.getFirst() : properties.getLast()).span();
    String separator = separator(spec.file().text(), neighbour.start());
    return isFirst
        ? diagnostic.fix(
            "insert", false, at(list, neighbour.start()), insertion + separator, insertion)
        : diagnostic.fix(
            "insert", false, at(list, neighbour.end()), separator + insertion, insertion);
  }

  private static Place at(Place list, int offset) {
    return new Place(list.path(), Span.at(offset));
  }

  /** Returns a comma, and a line end with the indentation of a neighbour that begins its line. */
  private static String separator(String text, int neighbour) {
    int line = text.lastIndexOf('\n', neighbour - 1) + 1;
    String before = text.substring(line, neighbour);
    return before.isBlank() && line > 0 ? ",\n" + before : ", ";
  }
}
