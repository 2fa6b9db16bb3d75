package dev.enit.cli.terminal;

import dev.enit.core.text.TerminalText;

/** A text in lines of a width, broken between words. */
public final class Paragraph {
  private Paragraph() {}

  /** A word that is wider stands on a line of its own. */
  public static String wrap(String text, int width) {
    StringBuilder out = new StringBuilder(text.length() + 16);
    int column = 0;
    for (String word : text.split(" ", -1)) {
      int needed = TerminalText.width(word);
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
