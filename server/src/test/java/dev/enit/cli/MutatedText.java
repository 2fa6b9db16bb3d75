package dev.enit.cli;

import dev.enit.grammar.parse.SourceTokens;
import java.util.ArrayList;
import java.util.List;

/** The mutations of a text: all texts that differ from it by one typing error. */
final class MutatedText {
  private MutatedText() {}

  static List<String> of(String text) {
    List<SourceTokens.Token> tokens =
        SourceTokens.of(text).stream().filter(t -> t.kind() != SourceTokens.Kind.COMMENT).toList();
    List<String> mutants = new ArrayList<>();
    for (int i = 0; i < tokens.size(); i++) {
      int start = tokens.get(i).span().start();
      int end = tokens.get(i).span().end();
      String token = text.substring(start, end);
      String before = text.substring(0, start);
      String after = text.substring(end);
      mutants.add(before + after);
      mutants.add(before + token + " " + token + after);
      for (String other :
          List.of("}", "]", "{", "[", ",", ".", "\"", "'", ":", "=>", " ", " word ", "$")) {
        mutants.add(before + other + after);
        mutants.add(before + other + " " + token + after);
        mutants.add(before + other + token + after);
      }
      for (int at = 0; at < token.length(); at += Math.max(1, token.length() / 4)) {
        mutants.add(before + token.substring(0, at) + token.substring(at + 1) + after);
        mutants.add(before + token.substring(0, at) + "\"" + token.substring(at) + after);
        mutants.add(before + token.substring(0, at) + "\n" + token.substring(at) + after);
      }
      if (i + 1 < tokens.size()) {
        int next = tokens.get(i + 1).span().start();
        String second = tokens.get(i + 1).span().in(text);
        mutants.add(
            before
                + second
                + text.substring(end, next)
                + token
                + text.substring(next + second.length()));
      }
    }
    return mutants;
  }
}
