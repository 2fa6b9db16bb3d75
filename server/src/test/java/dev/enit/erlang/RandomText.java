package dev.enit.erlang;

import java.util.Random;

/** Random terms as they may be in a configuration file, in every way of writing them. */
final class RandomText {
  private static final String[] ATOMS = {
    "a",
    "kernel",
    "n@h",
    "'quoted atom'",
    "'it\\'s'",
    "true",
    "undefined",
    "'\\n'",
    "'ä'",
    "åb",
    "''"
  };
  private static final String[] LITERALS = {
    "0",
    "-1",
    "- 1",
    "+3",
    "1_000",
    "16#fF",
    "36#Z",
    "1.5",
    "-2.5e-3",
    "1.0e10",
    "4.9e-324",
    "0.1",
    "123456789012345678901234567890",
    "-123456789012345678901234567890",
    "$a",
    "$\\n",
    "$ ",
    "$\\x{e5}",
    "\"\"",
    "\"abc\"",
    "\"a\\\"b\" \"c\"",
    "\"\\x{e5}\\101\\^A\\s\\d\"",
    "\"äö\"",
    "\"two\nlines\"",
    "\"% no comment\"",
    "<<>>",
    "<<1:4,2:4>>",
    "<<\"abc\"/utf16>>",
    "<<\"å\"/utf8>>",
    "<<\"abc\">>",
    "<<-1,(2):16/little,1:3>>",
    "<<1.5/float>>",
    "fun lists:map/2",
    "fun 'a b':'c d'/0",
    "(x)",
    "[1|2]",
    "[a|[b]]",
    "[[]|[]]",
    "\"a\"\n  \"b\""
  };
  private static final String[] GAPS = {
    "", "", "", "", " ", " ", "\n    ", " % 'c\" {[\n", "\t", "\r\n"
  };

  private final Random random;

  RandomText(Random random) {
    this.random = random;
  }

  String one(String... choices) {
    return choices[random.nextInt(choices.length)];
  }

  boolean chance(int percent) {
    return random.nextInt(100) < percent;
  }

  int below(int bound) {
    return random.nextInt(bound);
  }

  /** White space and comments, or nothing. */
  String gap() {
    return one(GAPS);
  }

  String atom() {
    return one(ATOMS);
  }

  /** Returns a term with at most so many levels of brackets. */
  String term(int depth) {
    int kind = random.nextInt(depth > 0 ? 12 : 6);
    return switch (kind) {
      case 0, 1, 2 -> one(LITERALS);
      case 3, 4, 5 -> atom();
      case 6, 7 -> "{" + items(depth, "") + "}";
      case 8 -> "#{" + items(depth, " => " + term(depth - 1)) + "}";
      case 9 -> "[" + term(depth - 1) + gap() + "|" + gap() + term(depth - 1) + "]";
      default -> "[" + items(depth, "") + "]";
    };
  }

  private String items(int depth, String behind) {
    StringBuilder items = new StringBuilder(gap());
    int count = random.nextInt(4);
    for (int i = 0; i < count; i++) {
      items.append(i > 0 ? "," : "").append(gap()).append(term(depth - 1)).append(behind);
    }
    return items.append(gap()).toString();
  }
}
