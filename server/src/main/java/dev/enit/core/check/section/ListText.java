package dev.enit.core.check.section;

import dev.enit.grammar.term.Span;
import java.util.OptionalInt;

/** The text between and around the elements of a list. */
final class ListText {
  private ListText() {}

  /**
   * Returns the only comma of a gap, or empty if more than white space and comments surround it.
   */
  static OptionalInt comma(String text, int from, int to) {
    int found = -1;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '%') {
        int newline = text.indexOf('\n', i);
        i = newline < 0 ? to : newline;
      } else if (c == ',' && found < 0) {
        found = i;
      } else if (!Character.isWhitespace(c)) {
        return OptionalInt.empty();
      }
    }
    return found < 0 ? OptionalInt.empty() : OptionalInt.of(found);
  }

  /** Returns the span to delete to remove a span: its whole line if there is nothing else on it. */
  static Span withLine(String text, Span span) {
    int end = span.end();
    while (end < text.length() && isBlank(text.charAt(end))) {
      end++;
    }
    int start = span.start();
    while (start > 0 && isBlank(text.charAt(start - 1))) {
      start--;
    }
    boolean begins = start == 0 || text.charAt(start - 1) == '\n';
    boolean ends = end == text.length() || "\r\n".indexOf(text.charAt(end)) >= 0;
    if (begins && ends) {
      int newline = text.indexOf('\n', end);
      return new Span(start, newline < 0 ? text.length() : newline + 1);
    }
    return new Span(span.start(), ends ? span.end() : end);
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }
}
