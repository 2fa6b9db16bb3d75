package dev.enit.core.ide;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Tests that no text of a file becomes Markdown formatting. */
class MarkdownTest {

  @Test
  void codeIsFencedByMoreBackticksThanItHas() {
    assertEquals("`a`", Markdown.code("a"));
    assertEquals("``a`b``", Markdown.code("a`b"));
    assertEquals("``` ``a`` ```", Markdown.code("``a``"));
    assertEquals("`  `", Markdown.code(""));
    assertEquals("`a b`", Markdown.code("a\r\nb"));
  }

  @Test
  void aBlockIsNotEndedByItsText() {
    assertEquals("```erlang\na\n```", Markdown.block("a"));
    assertEquals("````erlang\n```\n````", Markdown.block("```"));
  }

  @Test
  void plainTextStaysPlain() {
    assertEquals(
        "\\*a\\* \\[b\\](c) \\<b\\> \\`d\\` e\\|f", Markdown.plain("*a* [b](c) <b> `d`\n e|f"));
    assertEquals("snmp_support.config \\_a\\_", Markdown.plain("snmp_support.config _a_"));
  }

  @Test
  void linksHaveUris() {
    assertEquals(
        "[a.config:3](file:///etc/e%20n%20%28it%29/%C3%A5#L3)",
        Markdown.link("a.config:3", Path.of("/etc/e n (it)/å"), 3));
  }

  @Test
  void linksKeepDecomposedCharacters() {
    assertEquals(
        "[e\u0301.config](file:///etc/e%CC%81.config)",
        Markdown.link("e\u0301.config", Path.of("/etc/e\u0301.config")));
  }
}
