package dev.enit.core.check.section;

import dev.enit.core.check.Check;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.config.ConfigForm.Section;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.config.NodeKey;
import dev.enit.core.config.NodeText;
import dev.enit.core.source.Place;
import dev.enit.core.text.TermWords;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.util.Optional;
import java.util.function.Consumer;

/** Reports a setting whose key is not an atom: no application can read it. */
public final class KeyNotAnAtom implements Check.OfLayer {
  @Override
  public void check(ConfigLayer layer, Consumer<Diagnostic> report) {
    for (Section section : IntactForms.sections(layer)) {
      for (Term stray : section.strays()) {
        if (stray instanceof Term.Tuple pair && isPair(pair)) {
          Diagnostic diagnostic = diagnostic(layer, section, pair.elements().getFirst());
          report.accept(Removal.of(layer, section, pair).map(diagnostic::fix).orElse(diagnostic));
        }
      }
    }
  }

  /** Returns whether a stray of a section has the shape of a setting, but no atom as its key. */
  static boolean isPair(Term term) {
    return term instanceof Term.Tuple(var _, var elements)
        && elements.size() == 2
        && !(elements.getFirst() instanceof Term.Atom);
  }

  private static Diagnostic diagnostic(ConfigLayer layer, Section section, Term key) {
    Place place = new Place(layer.path(), section.form().absolute(key));
    boolean node = section.application().name().equals(NodeKey.SECTION);
    Optional<String> name =
        NodeText.of(key)
            .filter(text -> !text.isBlank())
            // Another text in the section node may be the cookie.
            .filter(text -> !node || NodeKey.of(text).isPresent());
    if (name.isEmpty()) {
      return Diagnostic.of(DiagnosticCode.KEY_NOT_AN_ATOM, place, TermWords.kind(key));
    }
    String atom = TermPrinter.print(new Term.Atom(Span.at(0), name.get()));
    return Diagnostic.of(DiagnosticCode.KEY_NOT_AN_ATOM, place, TermWords.kind(key), atom)
        .variant("text")
        .fix("atom", true, place, atom, atom);
  }
}
