package dev.enit.core.ide.action;

import dev.enit.grammar.term.Span;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The text between two elements of a list, or between one and a bracket.
 *
 * @param comma offset of the comma, -1 for none
 * @param behind the comment on the line of what stands before the gap
 * @param above the comments directly above the element after it, each on a separate line
 * @param loose the comments on lines of their own that an empty line parts from it
 */
record ListGap(int comma, Optional<Span> behind, List<Span> above, List<Span> loose) {

  /** Reads a gap; empty where more than blanks, comments and one comma are in it. */
  static Optional<ListGap> of(String text, int from, int to) {
    List<Span> ownLine = new ArrayList<>();
    Optional<Span> behind = Optional.empty();
    int comma = -1;
    boolean newLine = from == 0;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '%') {
        Span comment = comment(text, i);
        if (newLine) {
          ownLine.add(comment);
        } else {
          behind = Optional.of(comment);
        }
        i = comment.end() - 1;
      } else if (c == ',' && comma < 0) {
        comma = i;
      } else if (!Character.isWhitespace(c)) {
        return Optional.empty();
      }
      newLine |= c == '\n';
    }
    int attached = attached(text, ownLine, to);
    return Optional.of(
        new ListGap(
            comma,
            behind,
            List.copyOf(ownLine.subList(attached, ownLine.size())),
            List.copyOf(ownLine.subList(0, attached))));
  }

  private static Span comment(String text, int start) {
    int end = text.indexOf('\n', start);
    end = end < 0 ? text.length() : end;
    while (text.charAt(end - 1) <= ' ') {
      end--;
    }
    return new Span(start, end);
  }

  /** The index of the first comment with nothing but single line ends between it and the end. */
  private static int attached(String text, List<Span> comments, int to) {
    int next = to;
    int index = comments.size();
    while (index > 0 && isOneLineEnd(text.substring(comments.get(index - 1).end(), next))) {
      index--;
      next = comments.get(index).start();
    }
    return index;
  }

  private static boolean isOneLineEnd(String between) {
    return between.isBlank() && between.indexOf('\n') == between.lastIndexOf('\n');
  }

  /** All comments on lines of their own, in the order of the text. */
  List<Span> ownLine() {
    List<Span> all = new ArrayList<>(loose);
    all.addAll(above);
    return all;
  }
}
