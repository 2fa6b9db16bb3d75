package dev.enit.grammar.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

class SourceTokensTest {
  /** Pieces that begin, end or break tokens. */
  private static final String PIECES =
      "a B 1 16# .5 . , ; | => := : / + - # ? { } [ ] ( ) << >> == \" ' $ ~ % \" '' \\ \n \n \t fun if and \u201C \uD83C \uFEFF \"\"\"";

  private static String shown(String text) {
    return String.join(
        " ", SourceTokens.of(text).stream().map(t -> t.kind() + ":" + t.span().in(text)).toList());
  }

  @Test
  void hasCommentsInTheirPlace() {
    assertEquals(
        "COMMENT:% a LBRACE:{ ATOM:a COMMENT:% b COMMA:, STRING:\"%\" RBRACE:} DOT:. COMMENT:% c",
        shown("% a\n{a% b\n, \"%\"}.% c\n"));
  }

  @Test
  void goesOnBehindAMissingDot() {
    assertEquals("ATOM:a DOT:. LBRACE:{ RBRACE:} LBRACE:{ RBRACE:} DOT:.", shown("a.\n{}\n{}."));
  }

  @Test
  void leavesNothingButWhiteSpaceOut() {
    List<String> pieces = List.of(PIECES.split(" ", -1));
    for (int seed = 0; seed < 3000; seed++) {
      Random random = new Random(seed);
      StringBuilder text = new StringBuilder();
      for (int i = random.nextInt(30); i > 0; i--) {
        text.append(pieces.get(random.nextInt(pieces.size())))
            .append(random.nextBoolean() ? " " : "");
      }
      check(text.toString());
    }
  }

  private static void check(String text) {
    int at = 0;
    for (SourceTokens.Token token : SourceTokens.of(text)) {
      assertNotNull(token.kind(), text);
      assertEquals(CharClasses.skipWhite(text, at), token.span().start(), text);
      assertTrue(!token.span().isEmpty(), text);
      at = token.span().end();
    }
    assertEquals(text.length(), CharClasses.skipWhite(text, at), text);
  }
}
