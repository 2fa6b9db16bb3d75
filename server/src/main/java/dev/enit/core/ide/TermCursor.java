package dev.enit.core.ide;

import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import java.util.List;
import java.util.Optional;

/**
 * An offset in a form, asked which term it stands on. Works on whatever the parser could understand
 * of a broken form: nothing is taken for granted but the order of terms.
 */
record TermCursor(Form form, int offset) {

  /** A cursor at an offset of the file. */
  static TermCursor at(Form form, int offset) {
    return new TermCursor(form, form.relative(offset));
  }

  /** Where a term of the form stands in the file. */
  Span absolute(Term term) {
    return form.absolute(term);
  }

  /** Whether the cursor stands on a term or at an end of it. */
  boolean on(Term term) {
    return term.span().touches(offset);
  }

  /**
   * Which of some terms the cursor stands on, -1 for none. Of two that touch each other the one
   * behind the cursor; a place where a term is missing counts last.
   */
  int indexIn(List<Term> terms) {
    int touched = -1;
    for (int i = 0; i < terms.size() && terms.get(i).span().start() <= offset; i++) {
      if (offset < terms.get(i).span().end()) {
        return i;
      }
      boolean missing = terms.get(i) instanceof Term.Missing;
      if (on(terms.get(i)) && !(missing && touched >= 0)) {
        touched = i;
      }
    }
    return touched;
  }

  /** The element of a list that the cursor stands on. */
  Optional<Term> elementOf(Term list) {
    if (list instanceof Term.ListTerm(var _, var elements, var _)) {
      int index = indexIn(elements);
      return index < 0 ? Optional.empty() : Optional.of(elements.get(index));
    }
    return Optional.empty();
  }
}
