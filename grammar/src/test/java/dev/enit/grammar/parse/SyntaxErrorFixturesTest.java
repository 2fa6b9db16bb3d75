package dev.enit.grammar.parse;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;

import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.LineIndex;
import dev.enit.grammar.term.Position;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.SyntaxError;
import dev.enit.grammar.term.TermFile;
import dev.enit.grammar.term.TermPrinter;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Tests the fixtures of texts with syntax errors: the terms, each diagnostic with its place, and
 * the text that its repair gives. Cases are in files, a heading with {@code ###} before each text
 * and {@code ---} before what is expected. {@code -Denit.golden=update} writes the files again, to
 * be read in the diff.
 */
class SyntaxErrorFixturesTest {
  private static final String NO_REPAIR = "    ! this is no repair\n";
  private static final Path FOLDER = Path.of("src/test/resources/mistakes");

  static List<Path> files() throws IOException {
    try (Stream<Path> all = Files.list(FOLDER)) {
      return all.sorted().toList();
    }
  }

  @ParameterizedTest
  @MethodSource("files")
  void areFoundWhereTheyWereMade(Path file) throws IOException {
    String expected = Files.readString(file);
    StringBuilder actual = new StringBuilder();
    for (String block : expected.split("(?m)^### ", -1)) {
      if (!block.isBlank()) {
        actual.append("### ").append(answered(block));
      }
    }
    if ("update".equals(System.getProperty("enit.golden"))) {
      Files.writeString(file, actual.toString());
    }
    assertEquals(expected, actual.toString());
    assertFalse(expected.contains(NO_REPAIR), "a repair that takes no diagnostic away");
  }

  private static String answered(String block) {
    int title = block.indexOf('\n') + 1;
    int answer = block.indexOf("\n---\n");
    String text =
        answer < 0 ? block.substring(title).strip() + "\n" : block.substring(title, answer + 1);
    StringBuilder out = new StringBuilder(block.substring(0, title)).append(text).append("---\n");
    TermFile file = TermParser.parse(text);
    for (Form form : file.forms()) {
      out.append(form.term() == null ? "nothing" : TermPrinter.print(form.term())).append('\n');
      form.tree().errors().forEach(error -> describe(file, form, error, out));
    }
    return out.append('\n').toString();
  }

  private static void describe(TermFile file, Form form, SyntaxError error, StringBuilder out) {
    LineIndex lines = file.lines();
    out.append("  ").append(place(lines, form.absolute(error.span())));
    out.append(' ').append(error.kind()).append(' ').append(error.arguments());
    Span related = error.related();
    if (related != null) {
      out.append(" see ").append(place(lines, form.absolute(related)));
    }
    out.append('\n');
    SyntaxError.Repair repair = error.repair();
    if (repair != null) {
      String repaired = repaired(file.text(), form, repair);
      changedLines(file.text(), repaired)
          .forEach(
              line ->
                  out.append(repair.certain() ? "    > " : "    ?> ").append(line).append('\n'));
      if (count(TermParser.parse(repaired)) >= count(file)) {
        out.append(NO_REPAIR);
      }
    }
  }

  private static String repaired(String text, Form form, SyntaxError.Repair repair) {
    Span span = form.absolute(repair.span());
    return text.substring(0, span.start()) + repair.text() + text.substring(span.end());
  }

  private static long count(TermFile file) {
    return file.forms().stream().mapToLong(form -> form.tree().errors().size()).sum();
  }

  private static List<String> changedLines(String before, String after) {
    List<String> old = before.lines().toList();
    List<String> changed = new ArrayList<>(after.lines().toList());
    int same = 0;
    while (same < Math.min(old.size(), changed.size()) && old.get(same).equals(changed.get(same))) {
      same++;
    }
    int end = 0;
    while (end < Math.min(old.size(), changed.size()) - same
        && old.get(old.size() - 1 - end).equals(changed.get(changed.size() - 1 - end))) {
      end++;
    }
    return changed.subList(same, changed.size() - end);
  }

  private static String place(LineIndex lines, Span span) {
    Position start = lines.position(span.start());
    Position end = lines.position(span.end());
    String from = (start.line() + 1) + ":" + (start.column() + 1);
    return span.isEmpty() ? from : from + "-" + (end.line() + 1) + ":" + (end.column() + 1);
  }
}
