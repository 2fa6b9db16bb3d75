package dev.enit.grammar.parse;

import dev.enit.grammar.term.SyntaxError.Kind;

/**
 * The content of a triple-quoted string: the lines between its quotes, without the indentation that
 * its last line shows.
 */
final class TripleQuotes {
  private TripleQuotes() {}

  /** Returns how many quotes are at an offset. */
  static int count(String text, int at) {
    int behind = at;
    while (behind < text.length() && text.charAt(behind) == '"') {
      behind++;
    }
    return behind - at;
  }

  /**
   * Returns the content.
   *
   * @param from after the opening quotes
   * @param to before the closing quotes
   */
  static String content(String text, int from, int to, SyntaxErrorCollector diagnostics) {
    int firstEnd = text.indexOf('\n', from);
    if (CharClasses.skipWhite(text, from) < firstEnd) {
      diagnostics.add(
          Kind.UNEXPECTED_TOKEN, from, firstEnd, text.substring(from, firstEnd).strip());
      return "";
    }
    int lastStart = text.lastIndexOf('\n', to - 1) + 1;
    if (lastStart <= firstEnd + 1) {
      return "";
    }
    String indentation = text.substring(lastStart, to);
    StringBuilder content = new StringBuilder(to - from);
    int line = firstEnd + 1;
    while (line < lastStart) {
      int end = text.indexOf('\n', line) + 1;
      if (!addLine(text, line, end, indentation, content)) {
        diagnostics.add(
            Kind.UNEXPECTED_TOKEN, line, end - 1, text.substring(line, end - 1).strip());
        return "";
      }
      line = end;
    }
    return withoutLastLineEnd(content);
  }

  private static boolean addLine(
      String text, int line, int end, String indentation, StringBuilder content) {
    boolean empty = text.charAt(line) == '\n' || (end == line + 2 && text.charAt(line) == '\r');
    boolean indented = text.startsWith(indentation, line) && line + indentation.length() < end;
    if (!empty && !indented) {
      return false;
    }
    content.append(text, empty ? line : line + indentation.length(), end);
    return true;
  }

  private static String withoutLastLineEnd(StringBuilder content) {
    int length = content.length() - 1;
    boolean carriage = length > 0 && content.charAt(length - 1) == '\r';
    content.setLength(carriage ? length - 1 : length);
    return content.toString();
  }
}
