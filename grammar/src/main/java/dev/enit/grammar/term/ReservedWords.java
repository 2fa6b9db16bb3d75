package dev.enit.grammar.term;

import java.util.Set;

/** The reserved words of Erlang: as atoms they need quotes. */
final class ReservedWords {
  /** Those of erl_scan, and {@code maybe} and {@code else}, which are reserved since OTP 27. */
  private static final Set<String> WORDS =
      Set.of(
          "after", "and", "andalso", "band", "begin", "bnot", "bor", "bsl", "bsr", "bxor", "case",
          "catch", "cond", "div", "else", "end", "fun", "if", "let", "maybe", "not", "of", "or",
          "orelse", "receive", "rem", "try", "when", "xor");

  private ReservedWords() {}

  static boolean contains(String word) {
    return WORDS.contains(word);
  }
}
