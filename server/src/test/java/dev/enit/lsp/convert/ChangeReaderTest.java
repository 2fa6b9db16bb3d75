package dev.enit.lsp.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.enit.core.workspace.TextChange;
import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.TermFile;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import org.eclipse.lsp4j.Position;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentContentChangeEvent;
import org.junit.jupiter.api.Test;

/** Tests many changes in one notification, against the slow way: one text after the other. */
class ChangeReaderTest {
  private static final List<String> PIECES =
      List.of("", "a", "\n", "\r\n", "\r", "å€", "\uD83D\uDC19", "{x, 1}.\n", "long word ");

  @Test
  void everyChangeMeansTheTextOfTheOneBefore() {
    Random random = new Random(1);
    for (int round = 0; round < 3000; round++) {
      PositionEncoding encoding = round % 2 == 0 ? PositionEncoding.UTF8 : PositionEncoding.UTF16;
      String text = text(random, 12);
      List<TextDocumentContentChangeEvent> changes = new ArrayList<>();
      String expected = text;
      for (int i = random.nextInt(5); i >= 0; i--) {
        TextDocumentContentChangeEvent change = change(random, encoding, expected);
        changes.add(change);
        expected = apply(encoding, expected, change);
      }
      String what = encoding + " " + text + " " + changes;
      assertEquals(expected, applyAll(encoding, text, changes), what);
    }
  }

  @Test
  void cursorsFromTheLastToTheFirst() {
    Random random = new Random(2);
    String text = "{key, value}.\n".repeat(50);
    List<TextDocumentContentChangeEvent> changes = new ArrayList<>();
    String expected = text;
    for (int line = 49; line >= 0; line--) {
      Range range = new Range(new Position(line, 1), new Position(line, 1 + random.nextInt(4)));
      TextDocumentContentChangeEvent change =
          new TextDocumentContentChangeEvent(range, PIECES.get(random.nextInt(PIECES.size())));
      changes.add(change);
      expected = apply(PositionEncoding.UTF16, expected, change);
    }
    assertEquals(expected, applyAll(PositionEncoding.UTF16, text, changes));
  }

  @Test
  void aRangeOutsideOfTheTextIsClamped() {
    TextDocumentContentChangeEvent change =
        new TextDocumentContentChangeEvent(
            new Range(new Position(0, 2), new Position(99, 99)), "!");
    assertEquals("ab!", applyAll(PositionEncoding.UTF8, "abc\ndef", List.of(change)));
  }

  private static TextDocumentContentChangeEvent change(
      Random random, PositionEncoding encoding, String text) {
    String piece = text(random, 3);
    if (random.nextInt(12) == 0) {
      return new TextDocumentContentChangeEvent(piece);
    }
    TermFile file = TermParser.parse(text);
    int one = random.nextInt(text.length() + 1);
    int other = Math.min(text.length(), one + random.nextInt(6));
    return new TextDocumentContentChangeEvent(
        new Range(encoding.position(file, one), encoding.position(file, other)), piece);
  }

  private static String text(Random random, int pieces) {
    StringBuilder text = new StringBuilder();
    for (int i = random.nextInt(pieces); i >= 0; i--) {
      text.append(PIECES.get(random.nextInt(PIECES.size())));
    }
    return text.toString();
  }

  private static String apply(
      PositionEncoding encoding, String text, TextDocumentContentChangeEvent change) {
    if (change.getRange() == null) {
      return change.getText();
    }
    TermFile file = TermParser.parse(text);
    int start = encoding.offset(file, change.getRange().getStart());
    int end = encoding.offset(file, change.getRange().getEnd());
    Span span = new Span(Math.min(start, end), Math.max(start, end));
    return text.substring(0, span.start()) + change.getText() + text.substring(span.end());
  }

  private static String applyAll(
      PositionEncoding encoding, String text, List<TextDocumentContentChangeEvent> changes) {
    String now = text;
    for (TextChange edit : new ParamsReader(encoding).edits(TermParser.parse(text), changes)) {
      int end = Math.min(edit.span().end(), now.length());
      now = now.substring(0, edit.span().start()) + edit.text() + now.substring(end);
    }
    return now;
  }
}
