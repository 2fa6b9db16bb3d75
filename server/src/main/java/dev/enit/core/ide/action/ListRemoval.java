package dev.enit.core.ide.action;

import dev.enit.grammar.term.Span;

/** The removal of an element of a list, with its comma and the comments that belong to it. */
record ListRemoval(EditBuilder draft, ListElements list, int index) {

  void run() {
    Span element = list.elements().get(index);
    ListGap before = list.gaps().get(index);
    ListGap behind = list.gaps().get(index + 1);
    int start = before.above().isEmpty() ? element.start() : before.above().getFirst().start();
    int end = list.endOf(index);
    boolean last = index == list.count() - 1;
    if (!last && isBlankLine(element.end(), behind.comma())) {
      draft.cut(new Span(start, Math.max(end, behind.comma() + 1)));
    } else if (index > 0 && isBlank(before.comma() + 1, start)) {
      // The comma stands before it on its line, or nothing but white space parts them.
      draft.cut(new Span(before.comma(), end));
    } else {
      comma(last ? before.comma() : behind.comma());
      draft.cut(new Span(start, end));
    }
  }

  /** Alone it has none. */
  private void comma(int at) {
    if (at >= 0) {
      draft.replace(new Span(at, at + 1), "");
    }
  }

  private boolean isBlank(int from, int to) {
    return list.text().substring(from, to).isBlank();
  }

  private boolean isBlankLine(int from, int to) {
    return list.text().substring(from, to).indexOf('\n') < 0;
  }
}
