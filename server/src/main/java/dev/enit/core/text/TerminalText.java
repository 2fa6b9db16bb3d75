package dev.enit.core.text;

/** The columns of a terminal that a text takes, and texts that cannot steer the terminal. */
public final class TerminalText {
  private static final int TAB = 4;

  /** Blocks of characters that take two columns, as first and last code points. */
  private static final int[] WIDE = {
    0x1100, 0x115F, 0x2E80, 0x303E, 0x3041, 0x33FF, 0x3400, 0x4DBF, 0x4E00, 0x9FFF, 0xA000, 0xA4CF,
    0xA960, 0xA97F, 0xAC00, 0xD7A3, 0xF900, 0xFAFF, 0xFE30, 0xFE6F, 0xFF00, 0xFF60, 0xFFE0, 0xFFE6,
    0x1F300, 0x1F64F, 0x1F680, 0x1F6FF, 0x1F900, 0x1F9FF, 0x1FA70, 0x1FAFF, 0x20000, 0x3FFFD
  };

  private TerminalText() {}

  /** The columns of a text that {@link #harmless} has been through. */
  public static int width(String text) {
    return text.codePoints().map(TerminalText::width).sum();
  }

  /** The columns of one character: 0, 1 or 2. */
  public static int width(int codePoint) {
    return switch (Character.getType(codePoint)) {
      case Character.NON_SPACING_MARK, Character.ENCLOSING_MARK, Character.FORMAT -> 0;
      default -> isWide(codePoint) ? 2 : 1;
    };
  }

  private static boolean isWide(int codePoint) {
    for (int i = 0; i < WIDE.length; i += 2) {
      if (codePoint >= WIDE[i] && codePoint <= WIDE[i + 1]) {
        return true;
      }
    }
    return false;
  }

  /**
   * Returns a text in one line, for a terminal: a tab becomes blanks, and what a reader would not
   * see its escape, as {@link VisibleText} has it.
   */
  public static String harmless(String text) {
    return harmless(text, 0);
  }

  /**
   * As {@link #harmless(String)}.
   *
   * @param column where the text starts, for its tabs
   */
  public static String harmless(String text, int column) {
    if (text.codePoints().noneMatch(VisibleText::isHidden)) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 8);
    int at = column;
    for (int c : text.codePoints().toArray()) {
      String shown = shown(c, at);
      at += width(shown);
      out.append(shown);
    }
    return out.toString();
  }

  private static String shown(int c, int column) {
    if (c == '\t') {
      return " ".repeat(TAB - column % TAB);
    }
    return VisibleText.isHidden(c) ? VisibleText.escape(c) : Character.toString(c);
  }

  /** A text filled up with blanks to a width. */
  public static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }
}
