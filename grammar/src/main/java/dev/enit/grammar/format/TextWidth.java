package dev.enit.grammar.format;

/**
 * The width of text in columns, as an editor or terminal shows it. The width of a text is the sum
 * of the widths of its code points, so widths of pieces may be added.
 */
public final class TextWidth {
  private static final int TAB = 8;

  /** First and last code points of the ranges that are two columns wide, ascending. */
  private static final int[] WIDE = {
    0x1100, 0x115F, 0x2E80, 0x303E, 0x3041, 0xA4CF, 0xA960, 0xA97F, 0xAC00, 0xD7A3, 0xF900, 0xFAFF,
    0xFE30, 0xFE6F, 0xFF00, 0xFF60, 0xFFE0, 0xFFE6, 0x1F300, 0x1F64F, 0x1F680, 0x1F6FF, 0x1F900,
    0x1F9FF, 0x1FA70, 0x1FAFF, 0x20000, 0x3FFFD
  };

  private TextWidth() {}

  /** Returns the columns of a part of a text that has no line end; a tab counts as one. */
  public static int of(String text, int from, int to) {
    int columns = 0;
    int at = from;
    while (at < to) {
      char c = text.charAt(at);
      if (c < 0x300) {
        columns++;
        at++;
      } else {
        int codePoint = text.codePointAt(at);
        columns += of(codePoint);
        at += Character.charCount(codePoint);
      }
    }
    return columns;
  }

  /** Returns the columns of a code point: 0, 1 or 2. */
  public static int of(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(codePoint) ? 2 : 1;
    };
  }

  private static boolean isWide(int codePoint) {
    for (int i = 0; i < WIDE.length && codePoint >= WIDE[i]; i += 2) {
      if (codePoint <= WIDE[i + 1]) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns the column after white space that begins in a column; line ends go back to the first.
   */
  static int behindWhite(String text, int from, int to, int column) {
    int columns = column;
    for (int at = from; at < to; at++) {
      switch (text.charAt(at)) {
        case '\n' -> columns = 0;
        case '\t' -> columns = (columns / TAB + 1) * TAB;
        default -> columns++;
      }
    }
    return columns;
  }
}
