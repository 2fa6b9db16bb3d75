package dev.enit.grammar.parse;

import dev.enit.grammar.term.OtpSyntax;

/**
 * One escape sequence of a string, quoted atom or character, as erl_scan:scan_escape/2 reads it.
 */
record Escape(int codePoint, int end) {
  /** The code point of a sequence that cannot be read. */
  static final int BAD = -1;

  /**
   * Reads a sequence.
   *
   * @param at offset of its backslash, which is not the last unit before {@code limit}
   */
  static Escape read(String text, int at, int limit, OtpSyntax syntax) {
    char c = text.charAt(at + 1);
    if (c >= '0' && c <= '7') {
      return octal(text, at + 1, limit);
    }
    return switch (c) {
      case 'x' -> hex(text, at + 2, limit);
      case '^' -> control(text, at + 2, limit, syntax);
      default -> simple(text, at + 1);
    };
  }

  private static Escape octal(String text, int from, int limit) {
    int value = 0;
    int at = from;
    while (at < limit && at < from + 3 && text.charAt(at) >= '0' && text.charAt(at) <= '7') {
      value = value * 8 + text.charAt(at++) - '0';
    }
    return new Escape(value, at);
  }

  private static Escape hex(String text, int from, int limit) {
    if (from < limit && text.charAt(from) == '{') {
      return longHex(text, from + 1, limit);
    }
    if (from + 2 <= limit && isHex(text.charAt(from)) && isHex(text.charAt(from + 1))) {
      return new Escape(Integer.parseInt(text, from, from + 2, 16), from + 2);
    }
    return new Escape(BAD, from);
  }

  private static Escape longHex(String text, int from, int limit) {
    int at = from;
    int value = 0;
    while (at < limit && isHex(text.charAt(at))) {
      value = Math.min(value * 16 + Character.digit(text.charAt(at++), 16), 0x110000);
    }
    boolean complete = at > from && at < limit && text.charAt(at) == '}';
    int end = at < limit && text.charAt(at) == '}' ? at + 1 : at;
    return new Escape(complete && isUnicode(value) ? value : BAD, end);
  }

  private static boolean isHex(char c) {
    return Character.digit(c, 16) >= 0 && c < 0x80;
  }

  /**
   * Any character may follow the caret: which of them later releases refuse says {@link
   * #isControl}.
   */
  private static Escape control(String text, int at, int limit, OtpSyntax syntax) {
    if (at >= limit) {
      return new Escape(BAD, at);
    }
    int point = text.codePointAt(at);
    boolean delete = point == '?' && !syntax.hasAnyControl();
    return new Escape(delete ? 0x7F : point & 0x1F, at + Character.charCount(point));
  }

  /** Returns whether a character has a control character, as every release sees it. */
  static boolean isControl(char c) {
    return (c >= '?' && c <= '_') || (c >= 'a' && c <= 'z');
  }

  /** Returns whether a sequence is one of a caret that OTP 26 and later refuse. */
  static boolean isRefusedControl(String text, int at, int end) {
    return end > at + 2 && text.charAt(at + 1) == '^' && !isControl(text.charAt(at + 2));
  }

  private static Escape simple(String text, int at) {
    int point = text.codePointAt(at);
    int value =
        switch (point) {
          case 'n' -> '\n';
          case 'r' -> '\r';
          case 't' -> '\t';
          case 'v' -> 0x0B;
          case 'b' -> '\b';
          case 'f' -> '\f';
          case 'e' -> 0x1B;
          case 's' -> ' ';
          case 'd' -> 0x7F;
          default -> point;
        };
    return new Escape(isUnicode(value) ? value : BAD, at + Character.charCount(point));
  }

  static boolean isUnicode(int point) {
    return point < 0xD800
        || (point > 0xDFFF && point < 0xFFFE)
        || (point > 0xFFFF && point < 0x110000);
  }
}
