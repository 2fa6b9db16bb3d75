package dev.enit.grammar.agreement;

import static org.junit.jupiter.api.Assertions.assertEquals;

import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.OtpSyntax;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermFile;
import dev.enit.grammar.term.TermPrinter;
import dev.enit.grammar.term.TermValue;
import java.io.IOException;
import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/**
 * Tests the texts that OTP releases read differently: what {@code file:consult/1} of each release
 * made of them, recorded by {@code tools/record-consult}, is what the parser reads for that
 * release.
 *
 * <p>Each line is a text, in which ⏎ is a line feed and ␍ a carriage return, and its value in OTP
 * 25, 27 and 29, {@code no} where the release refuses it.
 */
class ReleasesTableTest {
  private static final List<Integer> RELEASES = List.of(25, 27, 29);

  private record Row(String text, List<String> values) {}

  @Test
  void isWhatTheParserReads() throws Exception {
    List<String> wrong = new ArrayList<>();
    for (Row row : rows()) {
      for (int i = 0; i < RELEASES.size(); i++) {
        String read = read(row.text(), new OtpSyntax(RELEASES.get(i)));
        if (!isSame(read, row.values().get(i))) {
          wrong.add(
              "%s: OTP %d reads %s, the parser %s"
                  .formatted(row.text(), RELEASES.get(i), row.values().get(i), read));
        }
      }
    }
    assertEquals("", String.join("\n", wrong));
  }

  @Test
  @Tag("node")
  void isTrueOfThisOtp() throws Exception {
    List<String> wrong = new ArrayList<>();
    try (Consult consult = new Consult()) {
      int column = RELEASES.indexOf(consult.syntax().release());
      for (Row row : rows()) {
        String value = consult.value(row.text());
        boolean same =
            column < 0
                ? isSame(read(row.text(), consult.syntax()), value)
                : value.equals(row.values().get(column));
        if (!same) {
          wrong.add(row.text() + " is " + value);
        }
      }
    }
    assertEquals("", String.join("\n", wrong));
  }

  private static String read(String text, OtpSyntax syntax) {
    TermFile file = TermParser.parse(text, syntax);
    return file.isReadable() && file.forms().size() == 1 ? TermPrinter.print(term(file)) : "no";
  }

  private static boolean isSame(String read, String value) {
    if (read.equals("no") || value.equals("no")) {
      return read.equals(value);
    }
    return TermValue.same(term(parse(read)), term(parse(value)));
  }

  private static TermFile parse(String value) {
    return TermParser.parse(value + " .");
  }

  private static Term term(TermFile file) {
    return Objects.requireNonNull(file.forms().getFirst().term());
  }

  private static List<Row> rows() throws IOException {
    try (InputStream in = ReleasesTableTest.class.getResourceAsStream("/agreement/releases.tsv")) {
      String table = new String(Objects.requireNonNull(in).readAllBytes(), StandardCharsets.UTF_8);
      return table
          .lines()
          .map(line -> line.split("\t", -1))
          .map(cells -> new Row(text(cells[0]), List.of(cells[1], cells[2], cells[3])))
          .toList();
    }
  }

  private static String text(String written) {
    return written.replace("⏎", "\n").replace("␍", "\r");
  }
}
