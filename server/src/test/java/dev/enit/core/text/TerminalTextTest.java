package dev.enit.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class TerminalTextTest {
  @Test
  void wideCharactersTakeTwoColumnsAndMarksNone() {
    assertEquals(3, TerminalText.width("abc"));
    assertEquals(4, TerminalText.width("日本"));
    assertEquals(2, TerminalText.width("😀"));
    assertEquals(1, TerminalText.width("e\u0301"));
    assertEquals(1, TerminalText.width("å"));
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
