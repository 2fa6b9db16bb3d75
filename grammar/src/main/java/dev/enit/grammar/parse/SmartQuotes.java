package dev.enit.grammar.parse;

/** Typographic quotation marks, which web pages and word processors make of plain ones. */
final class SmartQuotes {
  private static final String DOUBLE = "\u201C\u201D\u201E\u201F\u00AB\u00BB";
  private static final String SINGLE = "\u2018\u2019\u201A\u201B";

  private SmartQuotes() {}

  static boolean isMark(char c) {
    return isDouble(c) || isSingle(c);
  }

  private static boolean isDouble(char c) {
    return DOUBLE.indexOf(c) >= 0;
  }

  private static boolean isSingle(char c) {
    return SINGLE.indexOf(c) >= 0;
  }

  /** Returns the plain mark that was meant. */
  static char plain(char mark) {
    return isDouble(mark) ? '"' : '\'';
  }

  /** Returns whether a mark, curly or plain, may end what another one began. */
  static boolean closes(char opening, char c) {
    boolean isDouble = opening == '"' || isDouble(opening);
    return isDouble ? c == '"' || isDouble(c) : c == '\'' || isSingle(c);
  }

  /**
   * Returns the offset of the mark that closes on the same line what began before; -1 without one.
   */
  static int closing(String text, char opening, int from) {
    for (int at = from; at < text.length() && text.charAt(at) != '\n'; at++) {
      char c = text.charAt(at);
      if (c == '\\' && at + 1 < text.length() && text.charAt(at + 1) != '\n') {
        at++;
      } else if (closes(opening, c)) {
        return at;
      }
    }
    return -1;
  }
}
