package dev.enit.core.check.section;

import dev.enit.core.check.Check;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.check.DiagnosticCode;
import dev.enit.core.config.ConfigForm.Stray;
import dev.enit.core.config.ConfigLayer;
import dev.enit.core.source.Place;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Reports a form as in {@code sys.config}, one list of all sections: enit does not read the
 * sections in it.
 */
public final class SysConfigList implements Check.OfLayer {
  @Override
  public void check(ConfigLayer layer, Consumer<Diagnostic> report) {
    for (Stray stray : IntactForms.of(layer, Stray.class)) {
      if (stray.form().term() instanceof Term.ListTerm list && isSections(list)) {
        int start = stray.form().absolute(list).start();
        // Only the bracket: the list is often the whole file.
        Diagnostic diagnostic =
            Diagnostic.of(
                DiagnosticCode.SYS_CONFIG_LIST,
                new Place(layer.path(), new Span(start, start + 1)));
        if (list.elements().isEmpty()) {
          diagnostic = diagnostic.variant("empty");
        }
        report.accept(
            SectionsOfList.fix(layer, stray.form(), list).map(diagnostic::fix).orElse(diagnostic));
      }
    }
  }

  /** Returns whether a term is, at least in part, a list of sections. */
  static boolean isSections(@Nullable Term term) {
    return term instanceof Term.ListTerm(var _, var elements, var _)
        && (elements.isEmpty() || elements.stream().anyMatch(SysConfigList::isSection));
  }

  static boolean isSection(Term term) {
    return term instanceof Term.Tuple(var _, var pair)
        && pair.size() == 2
        && pair.get(0) instanceof Term.Atom
        && pair.get(1) instanceof Term.ListTerm;
  }
}
