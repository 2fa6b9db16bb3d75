package dev.enit.core.text;

import java.util.Locale;

/**
 * Text with Erlang's escapes in place of invisible characters: those that control a terminal,
 * change the direction of text, have no width or end lines. Text of nodes, files and file names is
 * shown in this form only; a quoted Erlang term keeps its value.
 */
public final class VisibleText {
  private VisibleText() {}

  /** Returns a text in one line: its line ends and tabs are escaped as well. */
  public static String line(String text) {
    return of(text, "");
  }

  /** Returns a text of several lines: line feeds and tabs stay. */
  public static String lines(String text) {
    return of(text, "\n\t");
  }

  /**
   * Returns a text with escapes.
   *
   * @param kept characters that stay
   */
  public static String of(String text, String kept) {
    int first = first(text, kept);
    if (first == text.length()) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16).append(text, 0, first);
    text.substring(first)
        .codePoints()
        .forEach(
            c -> {
              if (isHidden(c) && kept.indexOf(c) < 0) {
                out.append(escape(c));
              } else {
                out.appendCodePoint(c);
              }
            });
    return out.toString();
  }

  private static int first(String text, String kept) {
    int at = 0;
    while (at < text.length()) {
      int c = text.codePointAt(at);
      if (isHidden(c) && kept.indexOf(c) < 0) {
        return at;
      }
      at += Character.charCount(c);
    }
    return at;
  }

  /** Returns whether a code point is shown by its escape, since no reader sees a character. */
  public static boolean isHidden(int c) {
    if (c >= ' ' && c < 0x7F) {
      return false;
    }
    return switch (Character.getType(c)) {
      case Character.CONTROL,
          Character.FORMAT,
          Character.LINE_SEPARATOR,
          Character.PARAGRAPH_SEPARATOR,
          Character.SURROGATE ->
          true;
      default -> c >= 0xFDD0 && c <= 0xFDEF;
    };
  }

  /** Returns a character as Erlang writes it in quotes. */
  public static String escape(int c) {
    return switch (c) {
      case '\n' -> "\\n";
      case '\r' -> "\\r";
      case '\t' -> "\\t";
      case '\b' -> "\\b";
      case '\f' -> "\\f";
      case 0x0B -> "\\v";
      case 0x1B -> "\\e";
      case 0x7F -> "\\d";
      default -> "\\x{" + Integer.toHexString(c).toUpperCase(Locale.ROOT) + "}";
    };
  }
}
