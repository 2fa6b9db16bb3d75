package dev.enit.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import dev.enit.grammar.term.LineIndex;
import dev.enit.grammar.term.Position;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Tests the texts of {@code src/test/resources/format}, formatted by the server. */
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
  Stream<DynamicTest> typing() throws IOException {
    return MarkedTexts.read("format/typing.txt").tests(LayoutFixturesTest::typed);
  }

  /** {@code [|} and {@code |]} are around each range. */
  @TestFactory
  Stream<DynamicTest> ranges() throws IOException {
    return MarkedTexts.read("format/ranges.txt").tests(LayoutFixturesTest::inRanges);
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
    return MarkedTexts.apply(text, edits);
  }
}
