package dev.enit.core.check.section;

import dev.enit.core.check.Check;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.config.ConfigForm;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.config.NodeText;
import dev.enit.core.source.Place;
import dev.enit.core.text.TermWords;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.util.Optional;
import java.util.function.Consumer;

/** Reports a malformed extension, which adds nothing to the release. */
public final class BadExtension implements Check.OfLayer {
  @Override
  public void check(ConfigLayer layer, Consumer<Diagnostic> report) {
    for (ConfigForm form : IntactForms.of(layer, ConfigForm.class)) {
      for (ExtensionShape.Flaw flaw : ExtensionShape.flaws(form)) {
        Place place = new Place(layer.path(), form.form().absolute(flaw.place()));
        report.accept(diagnostic(flaw, place));
      }
    }
  }

  /** Returns the list to write if a single name is in place of a list of names. */
  private static Optional<String> list(ExtensionShape.Flaw flaw) {
    return flaw.variant().equals("list")
        ? NodeText.of(flaw.place())
            .filter(name -> !name.isBlank())
            .map(name -> "[" + TermPrinter.atom(name) + "]")
        : Optional.empty();
  }

  private static Diagnostic diagnostic(ExtensionShape.Flaw flaw, Place place) {
    Diagnostic diagnostic =
        Diagnostic.of(DiagnosticCode.BAD_EXTENSION, place, TermWords.kind(flaw.place()))
            .variant(flaw.variant());
    if (flaw.isName() && flaw.place() instanceof Term.Str(var _, String text) && !text.isBlank()) {
      // A string in place of an atom is that atom in the wrong quotes.
      String atom = TermPrinter.print(new Term.Atom(Span.at(0), text));
      return diagnostic.fix("atom", true, place, atom, atom);
    }
    return list(flaw)
        .map(text -> diagnostic.fix("list", true, place, text, text))
        .orElse(diagnostic);
  }
}
