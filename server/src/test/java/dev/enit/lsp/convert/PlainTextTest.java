package dev.enit.lsp.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.core.TextCase;
import dev.enit.core.ide.Markdown;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Tests the conversion of Markdown for a client that shows plain text. */
class PlainTextTest {
  @Test
  void syntaxGoesAndWordsStay() {
    for (List<String> each :
        List.of(
            List.of("**`a`** of `kernel` is `1`", "a of kernel is 1"),
            List.of("*Type: string. Default: `x`.*", "Type: string. Default: x."),
            List.of(
                "1. **`1`** – [user.config:1](file:///a/user.config#L1), here",
                "1. 1 – user.config:1, here"),
            List.of("[a\\]b](file:///a)", "a]b"),
            List.of("a \\*b\\* \\_c\\_ \\\\", "a *b* _c_ \\"),
            List.of("3 * 4", "3 * 4"),
            List.of("`` a`b ``", "a`b"),
            List.of("[1, 2] and `[`", "[1, 2] and ["),
            List.of("## Heading", "Heading"),
            List.of("before\n\n```erlang\n{a, *}\n```\nafter", "before\n\n  {a, *}\nafter"))) {
      assertEquals(each.get(1), PlainText.of(each.getFirst()), each.getFirst());
    }
  }

  @Test
  void noHoverKeepsAnySyntax() {
    List<TextCase> hovers = TextCase.all("core/hover");
    for (TextCase hover : hovers) {
      String plain = PlainText.of(hover.expected());
      assertFalse(plain.replace("********", "(hidden)").contains("**"), plain);
      assertFalse(plain.contains("](file"), plain);
      assertFalse(plain.contains("```"), plain);
      assertFalse(plain.matches("(?s).*\\\\[.`*\\[\\]_].*"), plain);
    }
    assertTrue(hovers.size() > 20, "cases");
  }

  @Test
  void anyTextComesBackFromMarkdown() {
    Random random = new Random(1);
    for (int i = 0; i < 5_000; i++) {
      StringBuilder text = new StringBuilder("x");
      for (int length = random.nextInt(12); length > 0; length--) {
        text.append("`*[]()<>|&!~#_\\ab1".charAt(random.nextInt(18)));
      }
      text.append('y');
      assertEquals(text.toString(), PlainText.of(Markdown.code(text.toString())));
      assertEquals(text.toString(), PlainText.of(Markdown.plain(text.toString())));
    }
  }
}
