package dev.enit.cli.terminal;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.core.text.TerminalText;
import dev.enit.grammar.term.LineIndex;
import dev.enit.grammar.term.Span;
import org.junit.jupiter.api.Test;

final class SourceExcerptTest {
  /** Returns the line and the mark under it, for the text between two bars. */
  private static String show(String marked, int width) {
    int start = marked.indexOf('|');
    int end = marked.lastIndexOf('|') - 1;
    String text = marked.replace("|", "");
    SourceExcerpt snippet = SourceExcerpt.of(LineIndex.of(text), text, new Span(start, end), width);
    return snippet.line() + "\n" + " ".repeat(snippet.indent()) + snippet.mark();
  }

  @Test
  void theMarkIsUnderTheText() {
    assertEquals("{a, b}.\n    ^", show("{a, |b|}.", 80));
  }

  @Test
  void anEmptySpanIsMarkedOnce() {
    assertEquals("{a b}.\n  ^", show("{a|| b}.", 80));
  }

  @Test
  void theEndOfALineCanBeMarked() {
    assertEquals("{a, b}\n      ^", show("{a, b}||\n{c}.", 80));
  }

  @Test
  void tabsAndWideCharactersAreCounted() {
    assertEquals("    {日本, bad}.\n           ^^^", show("\t{日本, |bad|}.", 80));
  }

  @Test
  void ofSeveralLinesTheFirstIsShown() {
    assertEquals("{a, [b,\n    ^^^", show("x.\n{a, |[b,\n c]|}.", 80));
  }

  @Test
  void windowsLineEndsAreNoText() {
    assertEquals("{a,\n ^^", show("{|a,\r\n b|}.\r\n", 80));
  }

  @Test
  void aLongLineIsCutAroundTheMark() {
    String shown = show("a".repeat(500) + "|here|" + "b".repeat(500), 40);
    String line = shown.lines().findFirst().orElseThrow();
    String mark = shown.lines().skip(1).findFirst().orElseThrow();
    assertEquals("here", line.substring(mark.indexOf('^'), mark.length()));
    assertTrue(TerminalText.width(line) <= 40, line);
    assertTrue(line.startsWith("…") && line.endsWith("…"), line);
  }

  @Test
  void aMarkWiderThanTheLineIsCutAsWell() {
    String shown = show("ab |" + "日".repeat(300) + "|", 40);
    String line = shown.lines().findFirst().orElseThrow();
    String mark = shown.lines().skip(1).findFirst().orElseThrow();
    assertTrue(TerminalText.width(line) <= 40, line);
    assertTrue(mark.length() <= 40, mark);
    assertTrue(line.startsWith("ab 日"), line);
  }

  @Test
  void aPlaceBehindTheTextIsItsEnd() {
    SourceExcerpt snippet = SourceExcerpt.of(LineIndex.of("ab"), "ab", new Span(7, 9), 80);
    assertEquals(new SourceExcerpt(1, "ab", 2, 1), snippet);
  }

  @Test
  void ofALineOfMegabytesOnlyThePartAtTheMarkIsRead() {
    String shown = show("😀".repeat(200_000) + "|x|" + "😀".repeat(200_000), 40);
    String line = shown.lines().findFirst().orElseThrow();
    assertTrue(line.startsWith("…😀") && line.endsWith("😀…"), line);
    assertTrue(line.codePoints().noneMatch(c -> c >= 0xD800 && c <= 0xDFFF), line);
  }
}
