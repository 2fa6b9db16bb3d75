package dev.enit.grammar.parse;

/** How the tokens of a form are laid out in lines: what shows the brackets that a person meant. */
final class Layout {
  private final int[] lines;
  private final int[] columns;
  private final int[] indents;

  Layout(String text, TokenBuffer tokens) {
    int count = tokens.count();
    lines = new int[count];
    columns = new int[count];
    indents = new int[count];
    int at = count == 0 ? 0 : tokens.start(0);
    int lineStart = text.lastIndexOf('\n', at - 1) + 1;
    int line = 0;
    for (int i = 0; i < count; i++) {
      for (; at < tokens.start(i); at++) {
        if (text.charAt(at) == '\n') {
          line++;
          lineStart = at + 1;
        }
      }
      lines[i] = line;
      columns[i] = tokens.start(i) - lineStart;
      indents[i] = i > 0 && lines[i - 1] == line ? indents[i - 1] : columns[i];
    }
  }

  int line(int token) {
    return lines[token];
  }

  int column(int token) {
    return columns[token];
  }

  /** The column of the first token on a token's line. */
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
