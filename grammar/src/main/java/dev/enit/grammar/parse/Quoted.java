package dev.enit.grammar.parse;

import dev.enit.grammar.term.OtpSyntax;
import java.util.HashMap;
import java.util.Map;
import java.util.function.IntSupplier;

/**
 * The search for the end of a quoted literal: a string, a quoted atom, a sigil or a triple-quoted
 * string. It remembers a literal without an end, so that the search is not repeated for each later
 * quote.
 */
final class Quoted {
  /** The end of a literal; {@code closing} is how many units its end mark has, 0 without one. */
  record End(int offset, int closing) {}

  private final String text;
  private final OtpSyntax syntax;

  /** By kind of literal, the first offset from which no end mark was found. */
  private final Map<Integer, Integer> endless = new HashMap<>();

  Quoted(String text, OtpSyntax syntax) {
    this.text = text;
    this.syntax = syntax;
  }

  /**
   * Returns the end of a string, quoted atom or sigil with escapes, its content beginning at an
   * offset.
   */
  End escaped(int from, char mark, int limit) {
    return search(from, limit, mark, () -> escapedEnd(from, mark, limit), 1);
  }

  private int escapedEnd(int from, char mark, int limit) {
    int at = from;
    while (at < limit) {
      char c = text.charAt(at);
      if (c == mark) {
        return at;
      }
      at += c == '\\' ? escapeLength(at, limit) : 1;
    }
    return -1;
  }

  /** Returns how much of an escape sequence can hide a quote: {@code \^\} is one character. */
  private int escapeLength(int at, int limit) {
    if (at + 2 < limit && text.charAt(at + 1) == '^') {
      char control = text.charAt(at + 2);
      return syntax.hasAnyControl() || (control >= '@' && control <= '_') ? 3 : 2;
    }
    return 2;
  }

  /** Returns the end of a verbatim sigil: the first mark, nothing can escape it. */
  End verbatim(int from, char mark, int limit) {
    return search(from, limit, mark | 0x10000, () -> text.indexOf(mark, from), 1);
  }

  /** Returns the end of a triple-quoted string: as many quotes as began it, first on their line. */
  End triple(int from, int quotes, int limit) {
    return search(from, limit, 0x20000 + quotes, () -> tripleEnd(from, quotes, limit), quotes);
  }

  private int tripleEnd(int from, int quotes, int limit) {
    int line = text.indexOf('\n', from);
    while (line >= 0 && line < limit) {
      int at = CharClasses.skipWhite(text, line + 1);
      int run = at;
      while (run < limit && run < at + quotes && text.charAt(run) == '"') {
        run++;
      }
      if (run == at + quotes) {
        return at;
      }
      line = text.indexOf('\n', Math.max(at, line + 1));
    }
    return -1;
  }

  private End search(int from, int limit, int kind, IntSupplier search, int closing) {
    boolean whole = limit == text.length();
    if (whole && endless.getOrDefault(kind, Integer.MAX_VALUE) <= from) {
      return new End(limit, 0);
    }
    int found = search.getAsInt();
    if (found >= 0) {
      return new End(found + closing, closing);
    }
    if (whole) {
      endless.merge(kind, from, Math::min);
    }
    return new End(limit, 0);
  }
}
