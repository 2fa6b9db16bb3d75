package dev.enit.grammar.term;

import java.util.Arrays;

/**
 * The lines of a text: the only place where offsets become lines and columns. A line ends after
 * {@code \n}, {@code \r\n} or a lone {@code \r}, as LSP has it.
 */
public final class LineIndex {
  private final String text;
  private final int[] starts;

  private LineIndex(String text, int[] starts) {
    this.text = text;
    this.starts = starts;
  }

  public static LineIndex of(String text) {
    int[] starts = new int[Math.max(16, text.length() / 24)];
    int count = 1;
    for (int i = 0; i < text.length(); i++) {
      char c = text.charAt(i);
      if (c == '\n' || (c == '\r' && !(i + 1 < text.length() && text.charAt(i + 1) == '\n'))) {
        if (count == starts.length) {
          starts = Arrays.copyOf(starts, count * 2);
        }
        starts[count++] = i + 1;
      }
    }
    return new LineIndex(text, Arrays.copyOf(starts, count));
  }

  /** Returns how many lines there are; an empty text has one. */
  public int count() {
    return starts.length;
  }

  /** Returns the offset at which a line starts. */
  public int start(int line) {
    return starts[line];
  }

  /** Returns the line of an offset, from 0. */
  public int line(int offset) {
    int found = Arrays.binarySearch(starts, offset);
    return found >= 0 ? found : -found - 2;
  }

  /**
   * Returns the position of an offset; one outside the text counts as its nearest end, one in the
   * middle of {@code \r\n} as the end of that line: there is no column after it.
   */
  public Position position(int offset) {
    int inside = Math.clamp(offset, 0, text.length());
    int line = line(inside);
    boolean split =
        inside > starts[line]
            && inside < text.length()
            && text.charAt(inside) == '\n'
            && text.charAt(inside - 1) == '\r';
    return new Position(line, inside - starts[line] - (split ? 1 : 0));
  }

  /**
   * Returns the offset of a position; a column after its line is its end, a line after the text is
   * the text's end.
   */
  public int offset(Position position) {
    if (position.line() < 0) {
      return 0;
    }
    if (position.line() >= starts.length) {
      return text.length();
    }
    Span line = line(position);
    return Math.min(line.start() + Math.max(0, position.column()), line.end());
  }

  /** Returns a line without its end. */
  public Span lineSpan(int line) {
    int start = starts[line];
    int end = line + 1 < starts.length ? starts[line + 1] : text.length();
    while (end > start && (text.charAt(end - 1) == '\n' || text.charAt(end - 1) == '\r')) {
      end--;
    }
    return new Span(start, end);
  }

  private Span line(Position position) {
    return lineSpan(position.line());
  }
}
