package dev.enit.core.ide.format;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.core.workspace.TextChange;
import dev.enit.grammar.format.FormatOptions;
import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.Span;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

class FormattingEditsTest {
  /** The cases of the formatter itself. */
  private static final Path CASES = Path.of("../grammar/src/test/resources/format");

  private static List<TextChange> edits(String text) {
    return FormattingEdits.edits(TermParser.parse(text), FormatOptions.DEFAULT);
  }

  private static TextChange edit(int start, int end, String text) {
    return new TextChange(new Span(start, end), text);
  }

  @Test
  void changesWhiteSpaceOnly() {
    assertEquals(
        List.of(edit(7, 8, ""), edit(13, 13, " "), edit(16, 18, "")),
        edits("{kernel , [a,b]}  .\n"));
  }

  @Test
  void changesAsLittleWhiteSpaceAsItCan() {
    assertEquals(List.of(edit(4, 4, "  "), edit(11, 12, "")), edits("[\n  a,\n     b\n].\n"));
  }

  @Test
  void swapsACommaAndAComment() {
    assertEquals(
        List.of(edit(7, 13, ", % c"), edit(13, 13, "\n    ")), edits("[\n    a % c\n,b\n].\n"));
  }

  @Test
  void leavesACommentAloneWhenItsEndIsTidied() {
    assertEquals(List.of(edit(3, 5, "")), edits("% c  \n{a, 1}.\n"));
  }

  @Test
  void doesNotDivideLineEnds() {
    assertEquals(List.of(edit(6, 8, "\n")), edits("%\n{a}.\r\n"));
  }

  @Test
  void leavesAFileWithMistakesAlone() {
    assertEquals(List.of(), edits("{kernel,[}.\n"));
  }

  @TestFactory
  Stream<DynamicTest> leadToTheNewLayout() throws IOException {
    try (Stream<Path> files = Files.list(CASES)) {
      List<Path> outs = files.filter(file -> file.toString().endsWith(".out")).sorted().toList();
      assertFalse(outs.isEmpty());
      return outs.stream()
          .map(out -> DynamicTest.dynamicTest(out.getFileName().toString(), () -> check(out)));
    }
  }

  private static void check(Path out) throws IOException {
    String text = Files.readString(Path.of(out.toString().replaceFirst("\\.out$", ".in")));
    StringBuilder edited = new StringBuilder();
    int from = 0;
    for (TextChange edit : edits(text)) {
      assertTrue(edit.span().start() >= from);
      edited.append(text, from, edit.span().start()).append(edit.text());
      from = edit.span().end();
    }
    assertEquals(Files.readString(out), edited.append(text.substring(from)).toString());
  }
}
