package dev.enit.grammar.parse;

/** The character classes of erl_scan. */
final class CharClasses {
  private CharClasses() {}

  static boolean isWhite(char c) {
    return c <= ' ' || (c >= 0x80 && c <= 0xA0);
  }

  /** Returns the offset of the first unit at or after {@code from} that is not white space. */
  static int skipWhite(String text, int from) {
    int at = from;
    while (at < text.length() && isWhite(text.charAt(at))) {
      at++;
    }
    return at;
  }

  /** Returns whether the unit may be in a comment or in quotes: Unicode but its non-characters. */
  static boolean isText(String text, int at) {
    char c = text.charAt(at);
    if (c < 0xD800) {
      return true;
    }
    if (Character.isHighSurrogate(c)) {
      return at + 1 < text.length() && Character.isLowSurrogate(text.charAt(at + 1));
    }
    if (Character.isLowSurrogate(c)) {
      return at > 0 && Character.isHighSurrogate(text.charAt(at - 1));
    }
    return c < 0xFFFE;
  }

  /** Returns the end of a comment: its line's end, or a unit that no comment may contain. */
  static int commentEnd(String text, int from) {
    int at = from;
    while (at < text.length() && text.charAt(at) != '\n' && isText(text, at)) {
      at++;
    }
    return at;
  }

  /** Returns whether a character may be in a name. */
  static boolean isName(char c) {
    return (c >= 'a' && c <= 'z')
        || (c >= 'A' && c <= 'Z')
        || (c >= '0' && c <= '9')
        || c == '_'
        || c == '@'
        || (c >= 0xC0 && c <= 0xFF && c != 0xD7 && c != 0xF7);
  }

  static boolean isDigit(char c) {
    return c >= '0' && c <= '9';
  }

  /** Returns the offset of the first unit at or after {@code from} that ends its line. */
  static int lineEnd(String text, int from) {
    int end = text.indexOf('\n', from);
    if (end < 0) {
      return text.length();
    }
    return end > from && text.charAt(end - 1) == '\r' ? end - 1 : end;
  }

  /** Returns whether there is a line end between two offsets. */
  static boolean hasLineEnd(String text, int from, int to) {
    for (int at = from; at < to; at++) {
      if (text.charAt(at) == '\n') {
        return true;
      }
    }
    return false;
  }

  /** Returns whether the offset is the first of its line. */
  static boolean startsLine(String text, int at) {
    return at == 0 || text.charAt(at - 1) == '\n';
  }
}
