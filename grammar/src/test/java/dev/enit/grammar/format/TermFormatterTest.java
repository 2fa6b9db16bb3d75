package dev.enit.grammar.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;

import dev.enit.grammar.parse.TermParser;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests what depends on the options, and on the size of a text. */
class TermFormatterTest {

  private static Optional<String> format(String text, FormatOptions options) {
    return TermFormatter.format(TermParser.parse(text), options);
  }

  @Test
  void indentsAsTold() {
    String text = "{kernel, [\n{start_timer, true}]}.\n";
    assertEquals(
        Optional.of("{kernel, [\n  {start_timer, true}\n]}.\n"),
        format(text, new FormatOptions(100, 2)));
  }

  @Test
  void breaksAtTheWidth() {
    String text = "{kernel, [a, b]}.\n";
    assertEquals(Optional.of(text), format(text, new FormatOptions(17, 4)));
    assertEquals(
        Optional.of("{kernel, [\n    a,\n    b\n]}.\n"), format(text, new FormatOptions(16, 4)));
  }

  @Test
  void refusesOptionsWithoutSense() {
    assertThrows(IllegalArgumentException.class, () -> new FormatOptions(0, 4));
    assertThrows(IllegalArgumentException.class, () -> new FormatOptions(100, -1));
  }

  @Test
  void nestsAsDeepAsTheParserReads() {
    for (String brackets : new String[] {"{}", "[]", "()"}) {
      String open = brackets.substring(0, 1);
      String close = brackets.substring(1);
      FormatProperties.check(
          open.repeat(500) + "a % c\n" + close.repeat(500) + ".", FormatOptions.DEFAULT);
      FormatProperties.check(
          (open + "a,").repeat(500).replace("(a,", "(") + "b" + close.repeat(500) + ".",
          FormatOptions.DEFAULT);
    }
  }

  @Test
  void takesFilesOfManyLines() {
    String section = "{kernel, [{start_timer, true},\n%% c\n{log, \"x\"} % d\n]}.\n";
    String formatted = FormatProperties.check(section.repeat(10_000), FormatOptions.DEFAULT);
    assertEquals(50_000, formatted.lines().count());
  }
}
