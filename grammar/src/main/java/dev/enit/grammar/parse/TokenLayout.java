package dev.enit.grammar.parse;

/**
 * The lines and columns of the tokens of a form: evidence of the brackets that the author meant.
 */
final class TokenLayout {
  private static final int TAB = 8;

  /** The number of units in which the start of a line is looked for: many forms may be on one. */
  private static final int LONGEST_LINE = 400;

  private final int[] lines;
  private final int[] columns;
  private final int[] indents;

  TokenLayout(String text, TokenBuffer tokens) {
    int count = tokens.count();
    lines = new int[count];
    columns = new int[count];
    indents = new int[count];
    int at = count == 0 ? 0 : tokens.start(0);
    int column = column(text, at);
    int line = 0;
    for (int i = 0; i < count; i++) {
      for (; at < tokens.start(i); at++) {
        line += text.charAt(at) == '\n' ? 1 : 0;
        column = behind(text.charAt(at), column);
      }
      lines[i] = line;
      columns[i] = column;
      indents[i] = i > 0 && lines[i - 1] == line ? indents[i - 1] : column;
    }
  }

  /** Returns the column of an offset as an editor shows it; in a very long line a smaller one. */
  static int column(String text, int offset) {
    int column = 0;
    int line = offset;
    while (line > 0 && offset - line < LONGEST_LINE && text.charAt(line - 1) != '\n') {
      line--;
    }
    for (int at = line; at < offset; at++) {
      column = behind(text.charAt(at), column);
    }
    return column;
  }

  private static int behind(char c, int column) {
    return switch (c) {
      case '\n' -> 0;
      case '\t' -> (column / TAB + 1) * TAB;
      default -> column + 1;
    };
  }

  int line(int token) {
    return lines[token];
  }

  int column(int token) {
    return columns[token];
  }

  /** Returns the column of the first token on a token's line. */
  int indent(int token) {
    return indents[token];
  }

  boolean isFirst(int token) {
    return token == 0 || lines[token - 1] != lines[token];
  }

  boolean isLast(int token) {
    return token + 1 == lines.length || lines[token + 1] != lines[token];
  }
}
