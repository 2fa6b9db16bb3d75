package dev.enit.grammar.parse;

import dev.enit.grammar.term.Bytes;
import dev.enit.grammar.term.NewerSyntax.Feature;
import dev.enit.grammar.term.OtpSyntax;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.SyntaxError.Kind;
import dev.enit.grammar.term.SyntaxError.Repair;
import dev.enit.grammar.term.Term;
import java.nio.charset.StandardCharsets;
import org.jspecify.annotations.Nullable;

/** The reader of quoted literals: resolves their content and reports their errors. */
final class LiteralReader {
  private final String text;
  private final OtpSyntax syntax;
  private boolean tripleQuotes = true;
  private SyntaxErrorCollector diagnostics = new SyntaxErrorCollector(0);

  LiteralReader(String text, OtpSyntax syntax) {
    this.text = text;
    this.syntax = syntax;
  }

  void begin(SyntaxErrorCollector found) {
    diagnostics = found;
  }

  /** Sets whether three quotes and more begin a triple-quoted string from now on. */
  void tripleQuotes(boolean are) {
    tripleQuotes = are;
  }

  boolean tripleQuotes() {
    return tripleQuotes;
  }

  /** Returns the name of a quoted atom. */
  String quoted(TokenBuffer tokens, int token) {
    int start = tokens.start(token);
    int end = tokens.end(token);
    checkMarks(Kind.UNTERMINATED_ATOM, start, end, tokens.closing(token));
    return unescape(start + 1, end - tokens.closing(token));
  }

  /** Returns the characters of a string token, triple-quoted or not. */
  String string(TokenBuffer tokens, int token) {
    int start = tokens.start(token);
    int end = tokens.end(token);
    int closing = tokens.closing(token);
    int quotes = TripleQuotes.count(text, start);
    if (quotes >= 3 && tripleQuotes) {
      diagnostics.newer(Feature.TRIPLE_QUOTED_STRING, start, end);
      return triple(start, start + quotes, end, closing, true);
    }
    checkMarks(Kind.UNTERMINATED_STRING, start, end, closing);
    return unescape(start + 1, end - closing);
  }

  private String triple(int start, int from, int end, int closing, boolean verbatim) {
    if (closing == 0) {
      int shown = Math.min(end, CharClasses.lineEnd(text, start));
      diagnostics.add(Kind.UNTERMINATED_STRING, start, shown);
      return text.substring(from, end);
    }
    String content = TripleQuotes.content(text, from, end - closing, diagnostics);
    return verbatim
        ? content
        : new Unescaping(content, 0, content.length(), from, syntax, diagnostics).run();
  }

  private void checkMarks(Kind unterminated, int start, int end, int closing) {
    char opening = text.charAt(start);
    boolean curlyEnd = closing > 0 && SmartQuotes.isMark(text.charAt(end - 1));
    if (SmartQuotes.isMark(opening) || curlyEnd) {
      curly(start, end, closing, SmartQuotes.isMark(opening) ? start : end - 1);
    } else if (closing == 0) {
      boolean alone = end == start + 1 || (start > 0 && CharClasses.isName(text.charAt(start - 1)));
      Repair repair = alone ? null : new Repair(Span.at(end), String.valueOf(opening));
      diagnostics.add(unterminated, new Span(start, end), null, repair);
    }
  }

  private void curly(int start, int end, int closing, int mark) {
    char curly = text.charAt(mark);
    String plain = String.valueOf(SmartQuotes.plain(curly));
    String content = text.substring(start + 1, end - closing).replace(plain, "\\" + plain);
    Repair repair = new Repair(new Span(start, end), plain + content + plain);
    Span span = new Span(mark, mark + 1);
    diagnostics.add(Kind.CURLY_QUOTE, span, null, repair, String.valueOf(curly), plain);
  }

  private String unescape(int from, int to) {
    for (int at = from; at < to; at++) {
      char c = text.charAt(at);
      if (c == '\\' || c >= 0xD800) {
        return new Unescaping(text, from, to, 0, syntax, diagnostics).run();
      }
    }
    return text.substring(from, Math.max(from, to));
  }

  /** Returns the code point of a {@code $} character, -1 where it cannot be read. */
  int character(int start, int end) {
    int value = -1;
    if (end > start + 1) {
      int point = text.codePointAt(start + 1);
      value =
          point != '\\'
              ? (Escape.isUnicode(point) ? point : -1)
              : end > start + 2
                  ? Escape.read(text, start + 1, text.length(), syntax).codePoint()
                  : -1;
      if (value >= 0 && Escape.isRefusedControl(text, start + 1, end) && point == '\\') {
        diagnostics.newer(Feature.CONTROL_ESCAPE, start + 1, end);
      }
    }
    if (value < 0) {
      diagnostics.add(Kind.BAD_ESCAPE, start, end, text.substring(start, end));
    }
    return value;
  }

  /** Returns the binary or string of a sigil; null where it has an unknown prefix or suffix. */
  @Nullable Term sigil(TokenBuffer tokens, int token, Span span) {
    int start = tokens.start(token);
    int end = tokens.end(token);
    int closing = tokens.closing(token);
    int mark = start + 1;
    while (mark < end && CharClasses.isName(text.charAt(mark))) {
      mark++;
    }
    String prefix = text.substring(start + 1, mark);
    boolean suffixed = closing > 0 && CharClasses.isName(text.charAt(end - 1));
    if (mark == end || suffixed || !isPrefix(prefix)) {
      diagnostics.add(Kind.NOT_A_TERM, start, end, "sigil");
      return null;
    }
    diagnostics.newer(Feature.SIGIL, start, end);
    String content = sigilContent(start, mark, end, closing, prefix);
    return prefix.equalsIgnoreCase("s")
        ? new Term.Str(span, content)
        : new Term.Binary(span, Bytes.of(content.getBytes(StandardCharsets.UTF_8)));
  }

  private static boolean isPrefix(String prefix) {
    return switch (prefix) {
      case "", "b", "s", "B", "S" -> true;
      default -> false;
    };
  }

  private String sigilContent(int start, int mark, int end, int closing, String prefix) {
    int quotes = TripleQuotes.count(text, mark);
    if (quotes >= 3) {
      boolean verbatim = !prefix.equals("b") && !prefix.equals("s");
      return triple(start, mark + quotes, end, closing, verbatim);
    }
    if (closing == 0) {
      diagnostics.add(Kind.UNTERMINATED_STRING, start, end);
    }
    boolean verbatim = prefix.equals("B") || prefix.equals("S");
    return verbatim ? text.substring(mark + 1, end - closing) : unescape(mark + 1, end - closing);
  }

  /**
   * The resolver of escape sequences in quoted text; of several that cannot be read the first is
   * reported.
   */
  private static final class Unescaping {
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
}
