package dev.enit.lsp;

import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import dev.enit.core.TextCase;
import dev.enit.grammar.term.LineIndex;
import dev.enit.grammar.term.Position;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/**
 * Tests the texts of {@code lsp/formatting-typing} and {@code lsp/formatting-ranges}, formatted by
 * the server.
 */
class LayoutFixturesTest {
  private static final Path FILE = Path.of("/nowhere/own.config");
  private static final String OPTIONS = "{\"tabSize\": 4, \"insertSpaces\": true}";
  private static FakeEditor editor;

  @BeforeAll
  static void start() throws IOException {
    editor = FakeEditor.start();
    editor.initialize("{\"capabilities\": {}}");
  }

  @AfterAll
  static void stop() {
    editor.close();
  }

  /** {@code <|>} is after what was typed: a character, or a line end and white space. */
  @TestFactory
  Stream<DynamicTest> typing() {
    return TextCase.tests("lsp/formatting-typing", test -> typed(test.input("text")));
  }

  /** {@code [|} and {@code |]} are around each range. */
  @TestFactory
  Stream<DynamicTest> ranges() {
    return TextCase.tests("lsp/formatting-ranges", test -> inRanges(test.input("text")));
  }

  private static String typed(String marked) {
    int offset = marked.indexOf("<|>");
    String text = marked.replace("<|>", "");
    String before = text.substring(0, offset);
    boolean newLine = before.substring(before.lastIndexOf('\n') + 1).isBlank();
    JsonObject params = open(text);
    params.add("position", position(text, offset));
    params.addProperty("ch", newLine ? "\n" : before.substring(offset - 1));
    return answer("textDocument/onTypeFormatting", params, text);
  }

  private static String inRanges(String marked) {
    String text = marked.replace("[|", "").replace("|]", "");
    JsonArray ranges = new JsonArray();
    int marks = 0;
    for (int at = marked.indexOf("[|"); at >= 0; at = marked.indexOf("[|", at + 1)) {
      int end = marked.indexOf("|]", at);
      JsonObject range = new JsonObject();
      range.add("start", position(text, at - marks));
      range.add("end", position(text, end - marks - 2));
      ranges.add(range);
      marks += 4;
    }
    JsonObject params = open(text);
    if (ranges.size() == 1) {
      params.add("range", ranges.get(0));
      return answer("textDocument/rangeFormatting", params, text);
    }
    params.add("ranges", ranges);
    return answer("textDocument/rangesFormatting", params, text);
  }

  private static JsonObject open(String text) {
    editor.open(FILE, text);
    JsonObject params = FakeEditor.about(FILE);
    params.add("options", FakeEditor.json(OPTIONS));
    return params;
  }

  private static JsonObject position(String text, int offset) {
    Position position = LineIndex.of(text).position(offset);
    return FakeEditor.position(position.line(), position.column());
  }

  private static String answer(String method, JsonObject params, String text) {
    JsonArray edits = editor.request(method, params).getAsJsonArray();
    editor.closeDocument(FILE);
    return visible(apply(text, edits));
  }

  /** Returns a text with the white space at the ends of its lines as middle dots. */
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
  private static String apply(String text, JsonArray edits) {
    LineIndex lines = LineIndex.of(text);
    StringBuilder changed = new StringBuilder(text);
    int before = text.length() + 1;
    for (int i = edits.size() - 1; i >= 0; i--) {
      JsonObject edit = edits.get(i).getAsJsonObject();
      JsonObject range = edit.getAsJsonObject("range");
      int end = lines.offset(at(range.get("end")));
      assertTrue(end <= before, "edits overlap or are not in order");
      before = lines.offset(at(range.get("start")));
      changed.replace(before, end, edit.get("newText").getAsString());
    }
    return changed.toString();
  }

  private static Position at(JsonElement json) {
    JsonObject position = json.getAsJsonObject();
    return new Position(position.get("line").getAsInt(), position.get("character").getAsInt());
  }
}
