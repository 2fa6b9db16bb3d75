package dev.enit.core.check.specification;

import dev.enit.core.check.Check;
import dev.enit.core.check.CheckContext;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.release.Release;
import dev.enit.core.release.ReleaseSpecification;
import dev.enit.core.source.Place;
import dev.enit.core.text.TermWords;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import java.util.Optional;
import java.util.function.Consumer;

/** Reports a value of {@code applications} that is not a list of names. */
public final class BadApplications implements Check.OfRelease {
  @Override
  public void check(Release release, CheckContext context, Consumer<Diagnostic> report) {
    Specifications.wellFormed(release)
        .ifPresent(
            spec ->
                spec.property(PropertyNames.APPLICATIONS)
                    .ifPresent(property -> check(spec, property, report)));
  }

  private static void check(
      ReleaseSpecification spec, Term.Tuple property, Consumer<Diagnostic> report) {
    if (property.elements().size() != 2) {
      report.accept(diagnostic(spec, property, "shape"));
      return;
    }
    Term value = property.elements().get(1);
    if (value instanceof Term.ListTerm list) {
      for (Term element : list.elements()) {
        if (!isName(element) && !(element instanceof Term.Missing)) {
          report.accept(element(spec, element));
        }
      }
      // A list after the bar continues this one.
      if (list.tail() != null && !(list.tail() instanceof Term.ListTerm)) {
        report.accept(tail(spec, list, list.tail()));
      }
    } else if (!(value instanceof Term.Missing)) {
      report.accept(noList(spec, value));
    }
  }

  private static Diagnostic tail(ReleaseSpecification spec, Term.ListTerm list, Term tail) {
    Diagnostic diagnostic = diagnostic(spec, tail, "tail");
    Place last = Specifications.place(spec, list.elements().getLast());
    int bar = spec.file().text().indexOf('|', last.span().end());
    // Not the bar of a comment.
    boolean found =
        bar >= 0
            && spec.file().text().substring(last.span().end(), bar).isBlank()
            && tail instanceof Term.Atom;
    return found
        ? diagnostic.fix(
            "comma", true, new Place(last.path(), new Span(last.span().end(), bar + 1)), ",")
        : diagnostic;
  }

  /**
   * Returns whether an element is a name. A string or a binary is one in the wrong quotes, which
   * has another diagnostic.
   */
  private static boolean isName(Term element) {
    return element instanceof Term.Atom
        || element instanceof Term.Str
        || element instanceof Term.Binary;
  }

  private static Diagnostic noList(ReleaseSpecification spec, Term value) {
    Diagnostic diagnostic = diagnostic(spec, value, "list");
    return name(value)
        .map(Specifications::atom)
        .map(name -> "[" + name + "]")
        .map(list -> diagnostic.fix("list", true, diagnostic.place(), list, list))
        .orElse(diagnostic);
  }

  private static Diagnostic element(ReleaseSpecification spec, Term element) {
    Diagnostic diagnostic = diagnostic(spec, element, "element");
    // Release files of OTP contain {sasl, "4.2"} and {sasl, load}.
    return element instanceof Term.Tuple(var _, var parts)
            && !parts.isEmpty()
            && parts.getFirst() instanceof Term.Atom(var _, String name)
        ? named(diagnostic, Specifications.atom(name))
        : diagnostic;
  }

  private static Diagnostic named(Diagnostic diagnostic, String atom) {
    return diagnostic.fix("name", true, diagnostic.place(), atom, atom);
  }

  private static Optional<String> name(Term value) {
    return switch (value) {
      case Term.Atom(var _, String name) -> Optional.of(name);
      case Term.Str(var _, String text) when !text.isBlank() -> Optional.of(text);
      default -> Optional.empty();
    };
  }

  private static Diagnostic diagnostic(ReleaseSpecification spec, Term term, String variant) {
    Place place = Specifications.place(spec, term);
    return Diagnostic.of(DiagnosticCode.BAD_APPLICATIONS, place, TermWords.kind(term))
        .variant(variant);
  }
}
