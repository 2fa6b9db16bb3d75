package dev.enit.core.text;

import dev.enit.grammar.format.TextWidth;

/** Text for a terminal: its width in columns, and a form that cannot control the terminal. */
public final class TerminalText {
  private static final int TAB = 4;

  private TerminalText() {}

  /** Returns the columns of a text that {@link #harmless} returned. */
  public static int width(String text) {
    return text.codePoints().map(TextWidth::of).sum();
  }

  /**
   * Returns a text in one line, for a terminal: a tab becomes blanks, and what a reader would not
   * see its escape, as {@link VisibleText} has it.
   */
  public static String harmless(String text) {
    return harmless(text, 0);
  }

  /**
   * Returns the same for a text within a line.
   *
   * @param column the column in which the text starts, for its tabs
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

  /** Returns a text filled up with blanks to a width. */
  public static String pad(String text, int width) {
    return text + " ".repeat(Math.max(0, width - width(text)));
  }

  /** Returns a text in lines of a width, broken at blanks; a longer word has a line of its own. */
  public static String wrap(String text, int width) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    int column = 0;
    for (String word : text.split(" ", -1)) {
      int needed = width(word);
      if (column > 0 && column + 1 + needed > width) {
        out.append('\n');
        column = 0;
      } else if (column > 0) {
        out.append(' ');
        column++;
      }
      out.append(word);
      column += needed;
    }
    return out.toString();
  }
}
