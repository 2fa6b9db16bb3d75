package dev.enit.grammar.agreement;

import java.util.ArrayList;
import java.util.List;
import java.util.Random;

/** Random terms as lists of tokens, and ways to write them down. */
final class TermText {
  private static final String[] ATOMS = {
    "a",
    "kernel",
    "node@host",
    "'quoted atom'",
    "'it\\'s'",
    "true",
    "undefined",
    "'\\n'",
    "éa",
    "maybe",
    "else",
    "'\\^?'"
  };
  private static final String[] NUMBERS = {
    "0",
    "1",
    "42",
    "1_000",
    "16#ff",
    "36#z",
    "1.5",
    "1.0e10",
    "2.5e-3",
    "$a",
    "$\\n",
    "$ ",
    "$\\x{41}",
    "123456789012345678901234567890",
    "0.0",
    "16#1.8",
    "2#.01#e-3",
    "$\\^("
  };
  private static final String[] STRINGS = {
    "\"\"",
    "\"abc\"",
    "\"a\\\"b\"",
    "\"\\x{e5}\\101\\^A\\s\\d\"",
    "\"α😀\"",
    "\"two\nlines\"",
    "\"%\"",
    "\"a\"\"b\"",
    "\"\\^?\\^1\"",
    "\"\"\"\n  a\n  b\"\n  \"\"\""
  };
  private static final String[] SEGMENTS = {
    "1",
    "1 : 4",
    "\"abc\"",
    "\"å\" / utf8",
    "1.5 / float",
    "2 : 16 / little",
    "- 1 : 8",
    "( 1 ) : ( 3 )",
    "<< 1 : 3 >> / bitstring",
    "<< 1 , 2 >> : 1 / binary",
    "3 : 2 / integer - unit : 4 - signed",
    "\"ab\" : 16",
    "16#1F600 / utf16"
  };
  private static final String[] PIECES = {
    "\"", "\"", "\"", "\"\"\"", "'", "\\", "\\^", "\\x", "$", "~", "#", ".", "1", "0", "16#", "2#",
    "e", "_", "a", "b", "s", "-", "+", "\n", " ", "{", "}", ",", "(", ")", "?", "maybe", "%", "ő",
    "<<", ">>"
  };
  private static final String[] GAPS = {
    "", "", "", " ", " ", "\n", "  \n  ", " % c {[\"'\n", "\t", "\r\n"
  };

  private final Random random;

  TermText(long seed) {
    random = new Random(seed);
  }

  /** Returns the tokens of a term and of its dot. */
  List<String> tokens() {
    List<String> tokens = new ArrayList<>();
    term(tokens, 0);
    tokens.add(".\n");
    return tokens;
  }

  private String any(String[] of) {
    return of[random.nextInt(of.length)];
  }

  private void term(List<String> out, int depth) {
    switch (random.nextInt(depth > 4 ? 5 : 12)) {
      case 0, 1 -> out.add(any(ATOMS));
      case 2 -> out.add(any(NUMBERS));
      case 3 -> strings(out);
      case 4 -> signed(out);
      case 5, 6 -> group(out, "{", "}", depth);
      case 7, 8 -> list(out, depth);
      case 9 -> map(out, depth);
      case 10 -> binary(out);
      default -> other(out, depth);
    }
  }

  private void strings(List<String> out) {
    out.add(any(STRINGS));
    if (random.nextInt(4) == 0) {
      out.add(" ");
      out.add(any(STRINGS));
    }
  }

  private void signed(List<String> out) {
    out.add(random.nextBoolean() ? "-" : "+");
    out.add(any(NUMBERS));
  }

  private void other(List<String> out, int depth) {
    if (random.nextBoolean()) {
      out.addAll(
          List.of("fun ", any(ATOMS), ":", any(ATOMS), "/", String.valueOf(random.nextInt(256))));
    } else {
      out.add("(");
      term(out, depth + 1);
      out.add(")");
    }
  }

  private void group(List<String> out, String opener, String closer, int depth) {
    out.add(opener);
    elements(out, depth, random.nextInt(4));
    out.add(closer);
  }

  private void elements(List<String> out, int depth, int count) {
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        out.add(",");
      }
      term(out, depth + 1);
    }
  }

  private void list(List<String> out, int depth) {
    int count = random.nextInt(5);
    out.add("[");
    elements(out, depth, count);
    if (count > 0 && random.nextInt(4) == 0) {
      out.add("|");
      term(out, depth + 1);
    }
    out.add("]");
  }

  private void map(List<String> out, int depth) {
    out.add("#");
    out.add("{");
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        out.add(",");
      }
      term(out, depth + 2);
      out.add("=>");
      term(out, depth + 2);
    }
    out.add("}");
  }

  private void binary(List<String> out) {
    out.add("<<");
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      if (i > 0) {
        out.add(",");
      }
      out.addAll(List.of(any(SEGMENTS).split(" ", -1)));
    }
    out.add(">>");
  }

  /** Tokens with random white space and comments between them, where none would glue them. */
  String write(List<String> tokens) {
    StringBuilder text = new StringBuilder();
    for (String token : tokens) {
      if (!text.isEmpty() && glues(text.charAt(text.length() - 1), token.charAt(0))) {
        text.append(' ');
      }
      text.append(token);
      if (!token.startsWith(".")) {
        text.append(any(GAPS));
      }
    }
    return text.toString();
  }

  /** Returns whether two characters may belong to one token, or read otherwise side by side. */
  private static boolean glues(char before, char next) {
    String separate = ",{}[]()";
    return !Character.isWhitespace(before)
        && !Character.isWhitespace(next)
        && separate.indexOf(before) < 0
        && separate.indexOf(next) < 0
        && next != '.';
  }

  /** Characters in an order in which quotes, numbers and escapes meet by chance. */
  String characters() {
    StringBuilder text = new StringBuilder();
    int length = 1 + random.nextInt(12);
    for (int i = 0; i < length; i++) {
      text.append(any(PIECES));
    }
    return text + ".\n";
  }

  /** Returns one token taken out, doubled, moved or exchanged for another. */
  List<String> mutate(List<String> tokens) {
    List<String> mutated = new ArrayList<>(tokens);
    int at = random.nextInt(mutated.size());
    int other = random.nextInt(mutated.size());
    switch (random.nextInt(5)) {
      case 0, 1 -> mutated.remove(at);
      case 2 -> mutated.add(at, mutated.get(at));
      case 3 -> mutated.set(at, mutated.set(other, mutated.get(at)));
      default ->
          mutated.set(
              at, any(new String[] {",", "{", "}", "|", "=>", ":=", "X", "++", ".", "end"}));
    }
    return mutated;
  }
}
