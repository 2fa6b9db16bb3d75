package dev.enit.fuzz;

import dev.enit.grammar.parse.SourceTokens;
import java.util.List;
import java.util.Random;

/** Mutations of texts of Erlang terms: of tokens, of ranges of tokens, of characters. */
public final class TermMutation {
  /** Tokens that no file of the corpus may have. */
  private static final List<String> PIECES =
      List.of(
          "{",
          "}",
          "[",
          "]",
          "(",
          ")",
          "<<",
          ">>",
          "#{",
          "=>",
          ",",
          ".",
          ".\n",
          ". ",
          "|",
          ":",
          "/",
          "#",
          "?",
          "-",
          "+",
          "=",
          ";",
          "\"",
          "'",
          "$",
          "\\",
          "~",
          "~B\"",
          "\"\"\"\n",
          "%",
          "\n",
          "\r\n",
          " ",
          "a",
          "X",
          "_",
          "1",
          "1.5e9",
          "16#ff",
          "2#2",
          "99999999999999999999",
          "1.0e999",
          "fun ",
          "fun a:b/1",
          "begin",
          "'é'",
          "\"\\x{10ffff}\"",
          "\"\\x{110000}\"",
          "\u0000",
          "\uFEFF",
          "“",
          "”",
          "🦊",
          "\u001b]0;x\u0007",
          "\u202E",
          "<<\"é\"/utf8>>",
          "<<1:3>>",
          "[]",
          "{}",
          "\"\"",
          "{a, b}",
          "{cookie, x}",
          "{extension, x, []}.\n",
          "{node, []}.\n",
          "undefined",
          "true",
          "infinity");

  private TermMutation() {}

  /** Returns a text with one mutation; {@code other} gives tokens. */
  public static String of(String text, String other, Random random) {
    List<SourceTokens.Token> tokens = SourceTokens.of(text);
    if (tokens.isEmpty()) {
      return text + range(other, random);
    }
    int index = random.nextInt(tokens.size());
    int start = tokens.get(index).span().start();
    int last = Math.min(tokens.size() - 1, index + random.nextInt(1 + random.nextInt(12)));
    int end = tokens.get(last).span().end();
    return switch (random.nextInt(10)) {
      case 0 -> replaced(text, start, tokens.get(index).span().end(), "");
      case 1 -> replaced(text, start, end, "");
      case 2 -> replaced(text, end, end, " " + text.substring(start, end));
      case 3 -> replaced(text, start, start, piece(random));
      case 4 -> replaced(text, start, end, piece(random));
      case 5 -> replaced(text, start, end, range(other, random));
      case 6 -> replaced(text, start, start, range(other, random) + " ");
      case 7 -> {
        String inner = text.substring(start, end);
        yield replaced(text, start, end, inner.repeat(2 + random.nextInt(30)));
      }
      case 8 -> {
        int at = start + random.nextInt(tokens.get(index).span().end() - start);
        yield replaced(text, at, at + random.nextInt(2), random.nextBoolean() ? piece(random) : "");
      }
      default -> {
        int depth = 1 + random.nextInt(random.nextInt(20) == 0 ? 700 : 8);
        String open = random.nextBoolean() ? "[" : "{";
        String close = random.nextInt(4) == 0 ? "" : open.equals("[") ? "]" : "}";
        yield replaced(
            text,
            start,
            end,
            open.repeat(depth) + text.substring(start, end) + close.repeat(depth));
      }
    };
  }

  private static String piece(Random random) {
    return PIECES.get(random.nextInt(PIECES.size()));
  }

  private static String range(String text, Random random) {
    List<SourceTokens.Token> tokens = SourceTokens.of(text);
    if (tokens.isEmpty()) {
      return piece(random);
    }
    int first = random.nextInt(tokens.size());
    int last = Math.min(tokens.size() - 1, first + random.nextInt(1 + random.nextInt(20)));
    return text.substring(tokens.get(first).span().start(), tokens.get(last).span().end());
  }

  private static String replaced(String text, int start, int end, String by) {
    return text.substring(0, start) + by + text.substring(Math.min(end, text.length()));
  }
}
