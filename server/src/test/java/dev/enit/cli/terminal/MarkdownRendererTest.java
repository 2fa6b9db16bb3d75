package dev.enit.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.ByteArrayOutputStream;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

final class MarkdownRendererTest {
  private static final String PAGE =
      """
      # Title of `it`

      Words with `code`, **weight**, *stress* and a [link](https://example.org/).

      ```erlang
      {a, *b*}.  # no heading
      ```
      * a point with 2 * 3
      """;

  @Test
  void withoutColoursCodeKeepsItsQuotes() {
    assertEquals(
        """
        Title of it

        Words with `code`, weight, stress and a link <https://example.org/>.

            {a, *b*}.  # no heading
        * a point with 2 * 3
        """,
        MarkdownRenderer.render(PAGE, Style.PLAIN));
  }

  @Test
  void coloursMarkHeadingsAndCode() {
    ByteArrayOutputStream bytes = new ByteArrayOutputStream();
    Output out = new Output(bytes);
    out.print(MarkdownRenderer.render("# Title\n`code` **x**\n```\ny\n```\n", Style.COLOURED));
    out.flush();
    String rendered = bytes.toString(StandardCharsets.UTF_8);
    assertEquals(
        """
        [1mTitle[0m
        [36mcode[0m [1mx[0m
            [36my[0m
        """,
        rendered.replace("\u001b", ""));
  }
}
