package dev.enit.grammar.format;

import dev.enit.grammar.parse.SourceTokens;
import java.util.List;
import java.util.Random;
import org.jspecify.annotations.Nullable;

/** A mutation of a text: other white space, and more comments, between its tokens. */
final class WhitespaceMutation {
  private static final List<String> WHITE =
      List.of(" ", "  ", "\n", "\n", "\n    ", "\t", "\n\n", "\n\n\n\n", " \n \t", "\r\n");
  private static final List<String> COMMENTS =
      List.of(
          "% c\n",
          "%% two\n",
          " % {a, b}\t \n",
          "%\n",
          "\n%% own\n",
          "\n\n    %%% own \n\n",
          "% \uD83C\uDF89\n");

  private WhitespaceMutation() {}

  /** Returns a text with the same values; how wild it is, is up to chance as well. */
  static String of(String text, Random random) {
    int white = random.nextInt(100);
    int comments = random.nextInt(2) * random.nextInt(30);
    StringBuilder mutated = new StringBuilder();
    SourceTokens.Token last = null;
    for (SourceTokens.Token token : SourceTokens.of(text)) {
      String original = text.substring(last == null ? 0 : last.span().end(), token.span().start());
      boolean free = last == null || last.kind() != SourceTokens.Kind.COMMENT;
      boolean change = random.nextInt(100) < white;
      mutated.append(free && change ? anySpace(last, token, original, random) : original);
      if (free && random.nextInt(100) < comments) {
        mutated.append(any(COMMENTS, random));
      }
      mutated.append(token.span().in(text));
      last = token;
    }
    return mutated.append("\n").toString();
  }

  /** Some white space, or none where that makes no other tokens. */
  private static String anySpace(
      SourceTokens.@Nullable Token last, SourceTokens.Token next, String original, Random random) {
    boolean mayGo =
        last != null
            && last.kind() != SourceTokens.Kind.DOT
            && (isBracketOrComma(last) || isBracketOrComma(next));
    if (original.isEmpty() ? random.nextInt(3) > 0 : mayGo && random.nextInt(3) == 0) {
      return "";
    }
    return any(WHITE, random);
  }

  private static boolean isBracketOrComma(SourceTokens.Token token) {
    return switch (token.kind()) {
      case COMMA, LBRACE, RBRACE, LBRACKET, RBRACKET, LPAREN, RPAREN -> true;
      default -> false;
    };
  }

  private static String any(List<String> choices, Random random) {
    return choices.get(random.nextInt(choices.size()));
  }
}
