package dev.enit.grammar.parse;

import static dev.enit.grammar.parse.ErlangTermsParser.*;

import dev.enit.grammar.term.OtpSyntax;

/**
 * The scanner of literals. It takes over where the automaton has seen the first character of a
 * quoted literal, of a {@code $} character, or one that it does not know, and holds the result of
 * the last {@link #read}.
 */
final class LiteralScanner {
  /** The test whether the text between two offsets closes brackets that are open. */
  interface Closers {
    boolean fit(int from, int to);
  }

  /** The number of units before a line's end in which a broken string may give up closers. */
  private static final int TAIL = 24;

  private static final String TAIL_CHARS = "]}).,> \t\r";

  private final String text;
  private final OtpSyntax syntax;
  private final TextChars chars;
  private final Quoted quoted;

  private int type;
  private int end;
  private int closing;
  private boolean broken;
  private int severalLinesAt;
  private int endlessAt;
  private boolean tripleQuotes;
  private boolean sawTripleQuotes;

  LiteralScanner(String text, OtpSyntax syntax, TextChars chars) {
    this.text = text;
    this.syntax = syntax;
    this.chars = chars;
    quoted = new Quoted(text, syntax);
    tripleQuotes = syntax.hasTripleQuotes();
  }

  void begin() {
    severalLinesAt = -1;
    endlessAt = -1;
    sawTripleQuotes = false;
  }

  /** Sets whether three quotes and more begin a triple-quoted string from now on. */
  void tripleQuotes(boolean are) {
    tripleQuotes = are;
  }

  /** Returns whether a string of the form begins with three quotes and more. */
  boolean sawTripleQuotes() {
    return sawTripleQuotes;
  }

  int type() {
    return type;
  }

  int end() {
    return end;
  }

  int closing() {
    return closing;
  }

  /** Returns whether the last literal has no end mark, or cannot be a literal at all. */
  boolean isBroken() {
    return broken;
  }

  /**
   * Returns where the first literal of the form that goes over several lines begins; -1 without
   * one.
   */
  int severalLinesAt() {
    return severalLinesAt;
  }

  /**
   * Returns where a literal of the form that runs into the end of the file begins; -1 without one.
   */
  int endlessAt() {
    return endlessAt;
  }

  /**
   * Reads a literal.
   *
   * @param first its type as the automaton sees it
   * @param automatonEnd after what the automaton has read of it
   * @param endAtLine whether it ends on its line even if no mark ends it there
   */
  void read(int first, int at, int automatonEnd, boolean endAtLine, Closers closers) {
    type = first;
    broken = false;
    closing = 0;
    switch (first) {
      case CHARACTER -> character(at);
      case BAD -> bad(at);
      case SIGIL -> sigil(at, automatonEnd, endAtLine, closers);
      default -> quotes(at, endAtLine, closers);
    }
    chars.lookedAt(end);
  }

  private void character(int at) {
    int value = at + 1;
    if (value >= text.length()) {
      end = value;
      broken = true;
    } else if (text.charAt(value) != '\\') {
      end = value + Character.charCount(text.codePointAt(value));
    } else if (value + 1 >= text.length()) {
      end = value + 1;
      broken = true;
    } else {
      end = Escape.read(text, value, text.length(), syntax).end();
    }
    chars.lookedAt(end);
  }

  private void bad(int at) {
    broken = true;
    char c = text.charAt(at);
    if (SmartQuotes.isMark(c)) {
      curly(at, c);
      return;
    }
    end = at + Character.charCount(text.codePointAt(at));
    while (c > 0xFF && end < text.length() && isForeign(end)) {
      end += Character.charCount(text.codePointAt(end));
    }
  }

  /** Returns whether a letter is of an alphabet that Erlang's names do not have. */
  private boolean isForeign(int at) {
    char c = text.charAt(at);
    return c > 0xFF && !SmartQuotes.isMark(c) && Character.isLetterOrDigit(text.codePointAt(at));
  }

  private void curly(int at, char mark) {
    type = SmartQuotes.plain(mark) == '"' ? STRING : ATOM;
    int close = SmartQuotes.closing(text, mark, at + 1);
    if (close >= 0) {
      end = close + 1;
      closing = 1;
    } else {
      int lineEnd = CharClasses.lineEnd(text, at);
      chars.lookedAt(lineEnd + 1);
      end = withoutTail(at + 1, lineEnd, (from, to) -> true);
    }
  }

  private void quotes(int at, boolean endAtLine, Closers closers) {
    char mark = text.charAt(at);
    int count = mark == '"' ? count(at, '"') : 1;
    sawTripleQuotes |= count >= 3;
    boolean triple = count >= 3 && tripleQuotes;
    int from = triple ? at + count : at + 1;
    Quoted.End found =
        triple
            ? quoted.triple(from, count, text.length())
            : quoted.escaped(from, mark, text.length());
    finish(at, from, mark, found, endAtLine, closers);
  }

  private int count(int at, char mark) {
    int behind = at;
    while (behind < text.length() && text.charAt(behind) == mark) {
      behind++;
    }
    chars.lookedAt(behind);
    return behind - at;
  }

  private void finish(
      int at, int from, char mark, Quoted.End found, boolean endAtLine, Closers closers) {
    end = found.offset();
    closing = found.closing();
    chars.lookedAt(end);
    if (closing == 0) {
      endlessAt = at;
      broken = true;
    } else if (!CharClasses.hasLineEnd(text, at, end)) {
      return;
    }
    if (severalLinesAt < 0) {
      severalLinesAt = at;
    }
    if (endAtLine) {
      broken = true;
      endAtLine(from, from == at + 1 ? mark : (char) 0, closers);
    }
  }

  /** Ends a broken literal on its line: a curly mark may have been meant as its end. */
  private void endAtLine(int from, char mark, Closers closers) {
    int lineEnd = CharClasses.lineEnd(text, from);
    int close = mark == 0 ? -1 : SmartQuotes.closing(text, mark, from);
    closing = close < 0 ? 0 : 1;
    end = close < 0 ? withoutTail(from, lineEnd, closers) : close + 1;
  }

  /**
   * Returns a line without the closers, commas and dots at its end that were hardly meant to be
   * quoted.
   */
  private int withoutTail(int from, int lineEnd, Closers closers) {
    int tail = lineEnd;
    while (tail > from && lineEnd - tail < TAIL && TAIL_CHARS.indexOf(text.charAt(tail - 1)) >= 0) {
      tail--;
    }
    while (tail < lineEnd && !closers.fit(tail, lineEnd)) {
      tail++;
    }
    return tail;
  }

  private void sigil(int at, int from, boolean endAtLine, Closers closers) {
    char mark = from < text.length() ? text.charAt(from) : ' ';
    char closer = closer(mark);
    if (closer == 0) {
      end = from;
      broken = true;
      return;
    }
    int count = mark == '"' ? count(from, '"') : 1;
    boolean verbatim = from == at + 2 && Character.isUpperCase(text.charAt(at + 1));
    int content = count >= 3 ? from + count : from + 1;
    Quoted.End found =
        count >= 3
            ? quoted.triple(content, count, text.length())
            : verbatim
                ? quoted.verbatim(content, closer, text.length())
                : quoted.escaped(content, closer, text.length());
    finish(at, content, closer, found, endAtLine, closers);
    while (closing > 0 && end < text.length() && CharClasses.isName(text.charAt(end))) {
      end++;
      closing++;
    }
  }

  /** Returns what ends a sigil that begins with a mark; 0 where none can begin so. */
  static char closer(char mark) {
    return switch (mark) {
      case '(' -> ')';
      case '[' -> ']';
      case '{' -> '}';
      case '<' -> '>';
      case '/', '|', '\'', '"', '`', '#' -> mark;
      default -> 0;
    };
  }
}
