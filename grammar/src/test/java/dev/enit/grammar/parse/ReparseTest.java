package dev.enit.grammar.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertSame;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.TermFile;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Random;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests that an incremental parse after an edit gives what a full parse gives, and keeps the forms
 * that were not touched.
 */
class ReparseTest {
  private static final String[] TYPED = {
    "{",
    "}",
    "[",
    "]",
    ",",
    ".",
    ". ",
    ".\n",
    "\"",
    "'",
    "%",
    "$",
    "\n",
    " ",
    "    ",
    "a",
    "X",
    "1",
    "#",
    "<<",
    "\\",
    "\"\"\"",
    "{b, [1]}",
    "{c, 1}.\n",
    "“",
    "~"
  };
  private static final int EDITS = 400;

  static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.walk(Path.of("src/test/resources/mutation"))) {
      return all.filter(Files::isRegularFile).sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void equalsReadingAnew(Path path) throws IOException {
    Random random = new Random(path.getFileName().toString().hashCode());
    String original = Files.readString(path);
    TermFile file = TermParser.parse(original);
    for (int i = 0; i < EDITS; i++) {
      String text = file.text();
      int start = random.nextInt(text.length() + 1);
      int end = Math.min(text.length(), start + random.nextInt(random.nextInt(12) + 1));
      String typed = random.nextInt(3) == 0 ? "" : TYPED[random.nextInt(TYPED.length)];
      file = edited(file, new Span(start, end), typed);
      if (i % 10 == 9) {
        file = edited(file, new Span(0, file.text().length()), original);
      }
    }
  }

  private static TermFile edited(TermFile before, Span changed, String typed) {
    String old = before.text();
    String text = old.substring(0, changed.start()) + typed + old.substring(changed.end());
    TermFile again = TermParser.reparse(before, changed, text);
    TermFile full = TermParser.parse(text);
    assertEquals(full.forms(), again.forms(), () -> changed + " became " + typed + " in\n" + old);
    return again;
  }

  @Test
  void keepsTheTreesOfAllOtherForms() {
    TermFile before = TermParser.parse("{a, 1}.\n{b, 2}.\n{c, 3}.\n{d, 4}.\n");
    TermFile after = edited(before, new Span(12, 13), "[2, 3]");
    for (int i : new int[] {0, 2, 3}) {
      assertSame(before.forms().get(i).tree(), after.forms().get(i).tree());
    }
    assertEquals(before.forms().get(3).start() + 5, after.forms().get(3).start());
  }

  @Test
  void keepsFormsBehindOneThatIsBeingWritten() {
    TermFile before = TermParser.parse("{a, [1]}.\n{b, [2]}.\n{c, [3]}.\n");
    TermFile after = edited(before, new Span(16, 18), "");
    Form last = after.forms().getLast();
    assertSame(before.forms().get(2).tree(), last.tree());
    assertTrue(after.forms().getFirst().isIntact());
  }
}
