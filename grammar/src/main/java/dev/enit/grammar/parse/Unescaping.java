package dev.enit.grammar.parse;

import dev.enit.grammar.term.NewerSyntax.Feature;
import dev.enit.grammar.term.OtpSyntax;
import dev.enit.grammar.term.SyntaxError.Kind;

/**
 * The resolver of escape sequences in quoted text; of several that cannot be read the first is
 * reported.
 */
final class Unescaping {
  private final String text;
  private final int from;
  private final int to;
  private final int offset;
  private final OtpSyntax syntax;
  private final SyntaxErrorCollector diagnostics;
  private final StringBuilder out;
  private boolean reported;

  /**
   * Prepares to resolve a part of a text.
   *
   * @param offset where the text is in the file
   */
  Unescaping(
      String text,
      int from,
      int to,
      int offset,
      OtpSyntax syntax,
      SyntaxErrorCollector diagnostics) {
    this.syntax = syntax;
    this.text = text;
    this.from = from;
    this.to = to;
    this.offset = offset;
    this.diagnostics = diagnostics;
    out = new StringBuilder(Math.max(0, to - from));
  }

  String run() {
    int at = from;
    while (at < to) {
      at = text.charAt(at) == '\\' ? escape(at) : plain(at);
    }
    return out.toString();
  }

  private int plain(int at) {
    char c = text.charAt(at);
    if (CharClasses.isText(text, at)) {
      out.append(c);
    } else {
      report(Kind.BAD_CHARACTER, at, at + 1, "U+%04X".formatted((int) c));
    }
    return at + 1;
  }

  private int escape(int at) {
    if (at + 1 >= to) {
      report(Kind.BAD_ESCAPE, at, at + 1, "\\");
      return at + 1;
    }
    Escape escape = Escape.read(text, at, to, syntax);
    int end = Math.min(Math.max(escape.end(), at + 1), to);
    if (escape.codePoint() < 0) {
      report(Kind.BAD_ESCAPE, at, end, text.substring(at, end));
    } else {
      out.appendCodePoint(escape.codePoint());
      if (Escape.isRefusedControl(text, at, end)) {
        diagnostics.newer(Feature.CONTROL_ESCAPE, at + offset, end + offset);
      }
    }
    return end;
  }

  private void report(Kind kind, int start, int end, String argument) {
    if (!reported) {
      diagnostics.add(kind, start + offset, end + offset, argument);
    }
    reported = true;
  }
}
