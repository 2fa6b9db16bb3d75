package dev.enit.grammar.format;

import dev.enit.grammar.format.LayoutNode.Comment;
import java.util.ArrayList;
import java.util.List;

/**
 * The output of the layout. It tracks the current column and places trailing comments: those on
 * consecutive lines that were in one column get one column again.
 */
final class LayoutWriter {
  /** A comment after a line: where to write its blanks, and the columns before it, now and once. */
  private record Trailing(int offset, int line, int column, int oldColumn) {}

  private final String lineEnd;
  private final StringBuilder text = new StringBuilder();
  private final List<Trailing> trailing = new ArrayList<>();
  private int column;
  private int line;

  LayoutWriter(String lineEnd) {
    this.lineEnd = lineEnd;
  }

  int column() {
    return column;
  }

  /** Writes text without a line end. */
  void write(String piece) {
    text.append(piece);
    column += piece.length();
  }

  /** Writes text with a known extent. */
  void write(String piece, Extent extent) {
    text.append(piece);
    column = extent.end(column);
    if (extent.severalLines()) {
      line += (int) piece.chars().filter(c -> c == '\n').count();
    }
  }

  /** Begins a line; the first one of the page has begun already. */
  void begin(int indent, boolean blankBefore) {
    if (!text.isEmpty()) {
      end(blankBefore ? 2 : 1);
    }
    text.repeat(' ', indent);
    column = indent;
  }

  /** Writes a comment on a separate line. */
  void comment(Comment comment, int indent, boolean blankBefore) {
    begin(indent, blankBefore);
    write(comment.text());
  }

  /** Writes a comment after the line; nothing but a line end may follow. */
  void trailing(Comment comment) {
    trailing.add(new Trailing(text.length(), line, column, comment.column()));
    text.append(comment.text());
  }

  private void end(int count) {
    for (int i = 0; i < count; i++) {
      text.append(lineEnd);
    }
    line += count;
    column = 0;
  }

  /** Returns the whole text, its last line ended. */
  String finish() {
    if (text.isEmpty()) {
      return "";
    }
    end(1);
    StringBuilder whole = new StringBuilder(text.length() + trailing.size() * 4);
    int written = 0;
    for (int from = 0; from < trailing.size(); ) {
      int to = runEnd(from);
      int target = target(from, to);
      for (Trailing comment : trailing.subList(from, to)) {
        whole.append(text, written, comment.offset()).repeat(' ', target - comment.column());
        written = comment.offset();
      }
      from = to;
    }
    return whole.append(text, written, text.length()).toString();
  }

  /** Returns the index after the comments that were below each other, and still are. */
  private int runEnd(int from) {
    int to = from + 1;
    while (to < trailing.size()
        && trailing.get(to).line() == trailing.get(to - 1).line() + 1
        && trailing.get(to).oldColumn() == trailing.get(from).oldColumn()) {
      to++;
    }
    return to;
  }

  private int target(int from, int to) {
    int widest = 0;
    for (Trailing comment : trailing.subList(from, to)) {
      widest = Math.max(widest, comment.column());
    }
    return widest + 1;
  }
}
