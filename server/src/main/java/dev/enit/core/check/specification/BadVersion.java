package dev.enit.core.check.specification;

import dev.enit.core.check.Check;
import dev.enit.core.check.CheckContext;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.config.NodeText;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseSpecification;
import dev.enit.core.source.Place;
import dev.enit.core.text.TermWords;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.util.Optional;
import java.util.function.Consumer;

/** Reports a version that is not a string, or is empty. */
public final class BadVersion implements Check.OfRelease {
  @Override
  public void check(Release release, CheckContext context, Consumer<Diagnostic> report) {
    Specifications.wellFormed(release)
        .ifPresent(
            spec ->
                spec.property(PropertyNames.VERSION)
                    .flatMap(property -> diagnostic(spec, property))
                    .ifPresent(report));
  }

  private static Optional<Diagnostic> diagnostic(ReleaseSpecification spec, Term.Tuple property) {
    if (property.elements().size() != 2) {
      Place place = Specifications.place(spec, property);
      return Optional.of(Diagnostic.of(DiagnosticCode.BAD_VERSION, place).variant("shape"));
    }
    Term version = property.elements().get(1);
    Place place = Specifications.place(spec, version);
    return switch (version) {
      case Term.Str(var _, String text) when !text.isBlank() -> Optional.empty();
      case Term.Missing _, Term.Opaque _ -> Optional.empty();
      case Term.Str _ ->
          Optional.of(Diagnostic.of(DiagnosticCode.BAD_VERSION, place).variant("empty"));
      case Term.ListTerm list when list.elements().isEmpty() ->
          Optional.of(Diagnostic.of(DiagnosticCode.BAD_VERSION, place).variant("empty"));
      // A string, written as the list of its characters.
      case Term.ListTerm list when NodeText.of(list).isPresent() -> Optional.empty();
      default -> Optional.of(kind(spec, version, place));
    };
  }

  private static Diagnostic kind(ReleaseSpecification spec, Term version, Place place) {
    Diagnostic diagnostic =
        Diagnostic.of(DiagnosticCode.BAD_VERSION, place, TermWords.kind(version));
    return written(spec, version)
        .map(text -> TermPrinter.print(new Term.Str(Span.at(0), text)))
        .map(text -> diagnostic.fix("string", true, place, text, text))
        .orElse(diagnostic);
  }

  /** Returns the text of a version that is written without quotes. */
  private static Optional<String> written(ReleaseSpecification spec, Term version) {
    return switch (version) {
      case Term.Int _, Term.Float _ -> Optional.of(Specifications.text(spec, version));
      default -> NodeText.of(version).filter(text -> !text.isBlank());
    };
  }
}
