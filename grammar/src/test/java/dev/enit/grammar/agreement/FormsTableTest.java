package dev.enit.grammar.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.enit.grammar.parse.TermParser;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tests the table of accepted and refused forms against the parser and against consult.
 *
 * <p>Each line is a verdict, a tab and a form in which ⏎ is a line feed and ␍ a carriage return.
 * The verdict is {@code ok}, {@code no}, a release that a form needs, such as {@code 27}, or {@code
 * <27} for a form that later releases refuse or read otherwise.
 */
@Tag("node")
class FormsTableTest {
  private record Row(String verdict, String form) {
    boolean accepted() {
      return !verdict.equals("no");
    }

    int needs() {
      return Character.isDigit(verdict.charAt(0)) ? Integer.parseInt(verdict) : 0;
    }
  }

  @Test
  void holds() throws Exception {
    List<String> wrong = new ArrayList<>();
    try (Consult consult = new Consult()) {
      for (Row row : rows()) {
        if (TermParser.parse(row.form()).isIntact() != row.accepted()) {
          wrong.add(row.form() + " is not " + row.verdict());
        } else if (Agreement.needs(row.form()) != row.needs()) {
          wrong.add(row.form() + " needs " + Agreement.needs(row.form()));
        } else {
          String difference = Agreement.difference(consult, row.form());
          if (!difference.isEmpty()) {
            wrong.add(row.form() + ": " + difference);
          }
        }
      }
    }
    assertEquals("", String.join("\n", wrong));
  }

  private static List<Row> rows() throws IOException {
    try (InputStream in = FormsTableTest.class.getResourceAsStream("/agreement/forms.tsv")) {
      String table = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return table
          .lines()
          .filter(line -> line.indexOf('\t') > 0)
          .map(line -> line.split("\t", 2))
          .map(cells -> new Row(cells[0], cells[1].replace("⏎", "\n").replace("␍", "\r")))
          .toList();
    }
  }
}
