package dev.enit.cli.terminal;

import dev.enit.core.text.TerminalText;
import dev.enit.grammar.format.TextWidth;
import dev.enit.grammar.term.LineIndex;
import dev.enit.grammar.term.Position;
import dev.enit.grammar.term.Span;

/**
 * The line of a place with a mark under it, cut to a width around the mark.
 *
 * @param number of the line, from 1
 * @param line what stands there, fit for a terminal
 * @param indent columns before the mark
 * @param marked columns of the mark, at least 1
 */
public record SourceExcerpt(int number, String line, int indent, int marked) {
  private static final String CUT = "…";

  /** The part of a line that is examined: a file may have a single line of megabytes. */
  private static final int LONGEST = 2_000;

  /**
   * Returns the excerpt of a span; of one over several lines, its first line.
   *
   * @param width the columns that the line may take
   */
  public static SourceExcerpt of(LineIndex lines, String text, Span span, int width) {
    Position start = lines.position(span.start());
    Span line = near(lines.lineSpan(start.line()), span.start(), text);
    int from = Math.min(span.start(), line.end());
    int to = Math.clamp(span.end(), from, line.end());
    String before = TerminalText.harmless(text.substring(line.start(), from));
    int indent = TerminalText.width(before);
    String marked = TerminalText.harmless(text.substring(from, to), indent);
    int end = indent + TerminalText.width(marked);
    String after = TerminalText.harmless(text.substring(to, line.end()), end);
    return new SourceExcerpt(
            start.line() + 1, before + marked + after, indent, Math.max(1, end - indent))
        .cut(Math.max(20, width));
  }

  private static Span near(Span line, int offset, String text) {
    int start = Math.max(line.start(), offset - LONGEST);
    int end = Math.max(start, Math.min(line.end(), offset + LONGEST));
    if (start > line.start() && Character.isLowSurrogate(text.charAt(start))) {
      start++;
    }
    if (end < line.end() && Character.isHighSurrogate(text.charAt(end - 1))) {
      end--;
    }
    return new Span(Math.min(start, end), end);
  }

  /** Returns the mark. */
  public String mark() {
    return "^".repeat(marked);
  }

  private SourceExcerpt cut(int width) {
    if (TerminalText.width(line) <= width) {
      return this;
    }
    // A third of the room goes to what stands before the mark.
    int skip = indent + marked < width ? 0 : indent - Math.min(indent, width / 3);
    int begin = offset(skip);
    int end = offset(TerminalText.width(line.substring(0, begin)) + width - 2);
    String head = begin > 0 ? CUT : "";
    int newIndent = indent - TerminalText.width(line.substring(0, begin)) + head.length();
    String shown = head + line.substring(begin, end) + (end < line.length() ? CUT : "");
    int room = Math.max(1, TerminalText.width(shown) - newIndent);
    return new SourceExcerpt(number, shown, newIndent, Math.min(marked, room));
  }

  /** Returns the offset of the first character at or after a column. */
  private int offset(int column) {
    int at = 0;
    int offset = 0;
    while (offset < line.length() && at < column) {
      int c = line.codePointAt(offset);
      at += TextWidth.of(c);
      offset += Character.charCount(c);
    }
    return offset;
  }
}
