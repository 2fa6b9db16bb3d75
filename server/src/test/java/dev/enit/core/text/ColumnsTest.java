package dev.enit.core.text;

import static org.junit.jupiter.api.Assertions.assertEquals;

import org.junit.jupiter.api.Test;

final class ColumnsTest {
  @Test
  void wideCharactersTakeTwoColumnsAndMarksNone() {
    assertEquals(3, Columns.width("abc"));
    assertEquals(4, Columns.width("日本"));
    assertEquals(2, Columns.width("😀"));
    assertEquals(1, Columns.width("e\u0301"));
    assertEquals(1, Columns.width("å"));
  }

  @Test
  void aTabReachesTheNextStop() {
    assertEquals("    x", Columns.harmless("\tx"));
    assertEquals("ab  x", Columns.harmless("ab\tx"));
    assertEquals("日  x", Columns.harmless("日\tx"));
  }

  @Test
  void nothingSteersTheTerminal() {
    assertEquals("␛[31mred␀␡", Columns.harmless("\u001b[31mred\0\u007f"));
    assertEquals("a\uFFFDb\uFFFDc", Columns.harmless("a\u009bb\u202ec"));
    assertEquals("␍␊", Columns.harmless("\r\n"));
  }

  @Test
  void paddingCountsColumns() {
    assertEquals("日本  |", Columns.pad("日本", 6) + "|");
    assertEquals("longer", Columns.pad("longer", 3));
  }
}
