package dev.enit.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.enit.grammar.term.LineIndex;
import dev.enit.grammar.term.Position;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.Assertions;
import org.junit.jupiter.api.DynamicTest;

/**
 * A file of small texts before and after: a title after {@code ===}, the text with its marks, and
 * after {@code --->} the result. {@code -Denit.golden=update} writes the results again. White space
 * at the end of a line is written as middle dots.
 */
record MarkedTexts(Path file, List<Case> cases) {
  private static final String ARROW = "--->\n";

  /** One text. */
  record Case(String title, String before, String after) {}

  static MarkedTexts read(String name) throws IOException {
    Path file = Path.of("src/test/resources").resolve(name);
    List<Case> cases = new ArrayList<>();
    for (String part : Files.readString(file).split("(?m)^=== ", -1)) {
      if (!part.isBlank()) {
        int line = part.indexOf('\n') + 1;
        int arrow = part.indexOf(ARROW);
        cases.add(
            new Case(
                part.substring(0, line - 1),
                part.substring(line, arrow),
                part.substring(arrow + ARROW.length())));
      }
    }
    return new MarkedTexts(file, cases);
  }

  /** Returns a test for each text, or with {@code update} one that writes all answers. */
  Stream<DynamicTest> tests(UnaryOperator<String> answer) {
    return FixtureTrees.UPDATE
        ? Stream.of(DynamicTest.dynamicTest("update", () -> update(answer)))
        : cases.stream()
            .map(
                text ->
                    DynamicTest.dynamicTest(
                        text.title(),
                        () ->
                            Assertions.assertEquals(
                                text.after(), visible(answer.apply(text.before())))));
  }

  private void update(UnaryOperator<String> answer) throws IOException {
    StringBuilder all = new StringBuilder();
    for (Case text : cases) {
      all.append("=== ").append(text.title()).append('\n').append(text.before());
      all.append(ARROW).append(visible(answer.apply(text.before())));
    }
    Files.writeString(file, all);
  }

  private static String visible(String text) {
    return text.lines()
            .map(line -> line.stripTrailing() + "·".repeat(trailing(line)))
            .reduce("", (a, b) -> a + b + "\n")
        + (text.endsWith("\n") ? "" : "¶\n");
  }

  private static int trailing(String line) {
    return line.length() - line.stripTrailing().length();
  }

  /** Returns a text after the edits of the protocol, which must be apart. */
  static String apply(String text, JsonArray edits) {
    LineIndex lines = LineIndex.of(text);
    StringBuilder changed = new StringBuilder(text);
    int before = text.length() + 1;
    for (int i = edits.size() - 1; i >= 0; i--) {
      JsonObject edit = edits.get(i).getAsJsonObject();
      JsonObject range = edit.getAsJsonObject("range");
      int end = lines.offset(position(range.get("end")));
      Assertions.assertTrue(end <= before, "edits overlap or are not in order");
      before = lines.offset(position(range.get("start")));
      changed.replace(before, end, edit.get("newText").getAsString());
    }
    return changed.toString();
  }

  private static Position position(JsonElement json) {
    JsonObject position = json.getAsJsonObject();
    return new Position(position.get("line").getAsInt(), position.get("character").getAsInt());
  }
}
