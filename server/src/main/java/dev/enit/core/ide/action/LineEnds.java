package dev.enit.core.ide.action;

import dev.enit.grammar.parse.SourceTokens;
import dev.enit.grammar.parse.SourceTokens.Token;

/** Line ends between tokens; one in a literal is part of its value. */
final class LineEnds {
  private LineEnds() {}

  /** A text with other line ends. */
  static String in(String text, String lineEnd) {
    if (text.indexOf('\n') < 0) {
      return text;
    }
    StringBuilder out = new StringBuilder(text.length() + 16);
    int from = 0;
    for (Token token : SourceTokens.of(text)) {
      out.append(plain(text.substring(from, token.span().start()), lineEnd));
      out.append(token.span().in(text));
      from = token.span().end();
    }
    return out.append(plain(text.substring(from), lineEnd)).toString();
  }

  private static String plain(String white, String lineEnd) {
    return white.replace("\r\n", "\n").replace("\n", lineEnd);
  }

  /** Those of a text as its first line has them. */
  static String of(String text) {
    int newline = text.indexOf('\n');
    return newline > 0 && text.charAt(newline - 1) == '\r' ? "\r\n" : "\n";
  }
}
