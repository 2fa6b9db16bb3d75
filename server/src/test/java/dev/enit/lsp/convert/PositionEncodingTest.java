package dev.enit.lsp.convert;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.TermFile;
import java.io.IOException;
import java.util.List;
import java.util.stream.Stream;
import org.eclipse.lsp4j.Position;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.TestFactory;

/** Tests the positions of the table, and every offset of a text with characters of all lengths. */
class PositionEncodingTest {
  @TestFactory
  Stream<DynamicTest> table() throws IOException {
    return DataTable.lines("positions.txt").stream()
        .map(line -> DynamicTest.dynamicTest(line, () -> check(line)));
  }

  private static void check(String line) {
    String[] cells = line.split(" \\| ", -1);
    TermFile file = TermParser.parse(unescape(cells[0].strip()));
    PositionEncoding encoding = PositionEncoding.negotiate(List.of(cells[1].strip()));
    String[] steps = cells[2].split("=>", -1);
    Position given = position(steps[0]);
    int offset = Integer.parseInt(steps[1].strip());
    Position back = steps.length > 2 ? position(steps[2]) : given;
    assertEquals(offset, encoding.offset(file, given));
    assertEquals(back, encoding.position(file, offset));
  }

  @Test
  void everyCharacterStartSurvives() {
    String text = "aå€\uD83D\uDC19\r\n\uD83D\uDC19x\n\ny";
    TermFile file = TermParser.parse(text);
    for (PositionEncoding encoding : PositionEncoding.values()) {
      for (int i = 0; i < text.length(); i += Character.charCount(text.codePointAt(i))) {
        if (text.charAt(i) != '\n' || text.charAt(i - 1) != '\r') {
          assertEquals(i, encoding.offset(file, encoding.position(file, i)), encoding + " " + i);
        }
      }
    }
  }

  @Test
  void takesTheClientsFirstThatIsUnderstood() {
    assertEquals(PositionEncoding.UTF16, PositionEncoding.negotiate(List.of()));
    assertEquals(PositionEncoding.UTF16, PositionEncoding.negotiate(List.of("utf-32")));
    assertEquals(PositionEncoding.UTF8, PositionEncoding.negotiate(List.of("utf-8", "utf-16")));
    assertEquals(PositionEncoding.UTF16, PositionEncoding.negotiate(List.of("utf-16", "utf-8")));
    assertEquals(PositionEncoding.UTF8, PositionEncoding.negotiate(List.of("utf-32", "utf-8")));
  }

  private static Position position(String text) {
    String[] parts = text.strip().split(":", -1);
    return new Position(Integer.parseInt(parts[0]), Integer.parseInt(parts[1]));
  }

  private static String unescape(String text) {
    StringBuilder out = new StringBuilder();
    for (int i = 0; i < text.length(); i++) {
      if (text.charAt(i) != '\\') {
        out.append(text.charAt(i));
      } else if (text.charAt(i + 1) == 'u') {
        out.append((char) Integer.parseInt(text.substring(i + 2, i + 6), 16));
        i += 5;
      } else {
        out.append(text.charAt(++i) == 'n' ? '\n' : '\r');
      }
    }
    return out.toString();
  }
}
