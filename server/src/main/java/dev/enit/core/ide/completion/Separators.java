package dev.enit.core.ide.completion;

import dev.enit.core.workspace.TextChange;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.SyntaxError;
import dev.enit.grammar.term.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The comma or dot that a new element needs before and behind it, and does not have.
 *
 * @param before edits in front of the element, in offsets of the text as it is
 * @param behind the separator that is missing behind it, empty where it is there or not wanted
 */
record Separators(List<TextChange> before, String behind) {
  static final Separators NONE = new Separators(List.of(), "");

  /** Of an element of a list; {@link #NONE} for its tail. */
  static Separators inList(CompletionPoint point, Term element, Term.ListTerm list) {
    List<Term> elements = list.elements();
    int index = index(elements, element);
    if (index < 0) {
      return NONE;
    }
    List<TextChange> before = new ArrayList<>(1);
    if (index > 0) {
      missing(point, elements.get(index - 1), element).ifPresent(before::add);
    }
    boolean comma =
        index + 1 < elements.size() && missing(point, element, elements.get(index + 1)).isPresent();
    return new Separators(before, comma ? "," : "");
  }

  /** Of a form: the dot of the form before it, and its own behind its last term. */
  static Separators ofForm(CompletionPoint point, Term term) {
    Form form = point.form();
    String text = point.probe().text();
    boolean dotted = form.end() > form.absolute(term).end() && text.charAt(form.end() - 1) == '.';
    return new Separators(dotOfFormBefore(point).stream().toList(), dotted ? "" : ".");
  }

  private static Optional<TextChange> dotOfFormBefore(CompletionPoint point) {
    Form before = null;
    for (Form form : point.probe().forms()) {
      if (form.start() >= point.form().start()) {
        break;
      }
      before = form;
    }
    return before == null ? Optional.empty() : dot(before);
  }

  private static Optional<TextChange> dot(Form form) {
    return form.tree().errors().stream()
        .filter(error -> error.kind() == SyntaxError.Kind.MISSING_DOT)
        .flatMap(error -> Optional.ofNullable(error.repair()).stream())
        .map(repair -> new TextChange(form.absolute(repair.span()), repair.text()))
        .findFirst();
  }

  /** The comma between two elements, where there is none. */
  static Optional<TextChange> missing(CompletionPoint point, Term one, Term other) {
    if (one instanceof Term.Missing || other instanceof Term.Missing) {
      return Optional.empty();
    }
    int from = point.form().absolute(one).end();
    int to = point.form().absolute(other).start();
    return hasComma(point.probe().text(), from, to)
        ? Optional.empty()
        : Optional.of(new TextChange(Span.at(point.real(from)), ","));
  }

  private static boolean hasComma(String text, int from, int to) {
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      if (c == ',') {
        return true;
      }
      while (c == '%' && at < to && text.charAt(at) != '\n') {
        at++;
      }
    }
    return false;
  }

  /** Two equal terms of a form may be told apart by identity only. */
  static int index(List<Term> terms, Term term) {
    for (int i = 0; i < terms.size(); i++) {
      if (terms.get(i) == term) {
        return i;
      }
    }
    return -1;
  }
}
