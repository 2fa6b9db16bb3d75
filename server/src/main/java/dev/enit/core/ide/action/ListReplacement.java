package dev.enit.core.ide.action;

import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;

/**
 * The replacement of an element of a list. The comments of the old element stay, and those of the
 * new one are added.
 */
record ListReplacement(EditBuilder draft, Form form, ListElements list, int index) {

  void with(ListElement piece) {
    Span element = list.elements().get(index);
    StringBuilder text = new StringBuilder();
    String indent = list.indentation(index);
    if (!list.beginsLine(index) && piece.hasComments()) {
      text.append('\n');
      draft.layOut(form);
    }
    piece.above().forEach(comment -> text.append(comment).append('\n').append(indent));
    if (hasComment()) {
      piece.behind().ifPresent(comment -> text.append(comment).append('\n').append(indent));
    } else {
      piece.behind().ifPresent(this::behind);
    }
    draft.replace(element, text + piece.element());
  }

  private boolean hasComment() {
    return list.gaps().get(index + 1).behind().isPresent();
  }

  /** Behind the comma where that follows on the line. */
  private void behind(String comment) {
    Span element = list.elements().get(index);
    int comma = list.gaps().get(index + 1).comma();
    int lineEnd = list.text().indexOf('\n', element.end());
    boolean ownComma = comma >= 0 && (lineEnd < 0 || comma < lineEnd);
    int at = ownComma ? comma + 1 : element.end();
    boolean endsLine = lineEnd >= 0 && list.text().substring(at, lineEnd).isBlank();
    draft.insert(at, " " + comment + (endsLine ? "" : "\n"));
    if (!endsLine) {
      draft.layOut(form);
    }
  }
}
