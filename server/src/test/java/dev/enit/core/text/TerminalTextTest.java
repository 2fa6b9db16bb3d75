package dev.enit.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.enit.grammar.format.TextWidth;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

final class TerminalTextTest {
  @Test
  void wideCharactersTakeTwoColumnsAndMarksNone() {
    assertEquals(3, TerminalText.width("abc"));
    assertEquals(4, TerminalText.width("日本"));
    assertEquals(2, TerminalText.width("😀"));
    assertEquals(1, TerminalText.width("e\u0301"));
    assertEquals(1, TerminalText.width("å"));
  }

  /** The formatter measures texts, the command line code points; both read one table. */
  @ParameterizedTest
  @CsvSource({
    "303E, 2",
    "303F, 1",
    "3040, 1",
    "3041, 2",
    "33FF, 2",
    "3400, 2",
    "4DFF, 2",
    "A4CF, 2",
    "A4D0, 1",
    "A95F, 1",
    "A960, 2",
    "A97F, 2",
    "A984, 1",
    "1F9FF, 2",
    "1FA00, 1",
    "1FA6F, 1",
    "1FA70, 2"
  })
  void blocksOfWideCharactersEndWhereUnicodeSays(String codePoint, int columns) {
    String text = Character.toString(Integer.parseInt(codePoint, 16));
    assertEquals(columns, TerminalText.width(text));
    assertEquals(columns, TextWidth.of(text, 0, text.length()));
  }

  @Test
  void aTabReachesTheNextStop() {
    assertEquals("    x", TerminalText.harmless("\tx"));
    assertEquals("ab  x", TerminalText.harmless("ab\tx"));
    assertEquals("日  x", TerminalText.harmless("日\tx"));
  }

  @Test
  void nothingSteersTheTerminal() {
    assertEquals("\\e[31mred\\x{0}\\d", TerminalText.harmless("\u001b[31mred\0\u007f"));
    assertEquals("a\\x{9B}b\\x{202E}c", TerminalText.harmless("a\u009bb\u202ec"));
    assertEquals("\\r\\n", TerminalText.harmless("\r\n"));
  }

  @Test
  void paddingCountsColumns() {
    assertEquals("日本  |", TerminalText.pad("日本", 6) + "|");
    assertEquals("longer", TerminalText.pad("longer", 3));
  }
}
