package dev.enit.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.enit.core.CaseTree;
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
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests every file of {@code lsp/hints}: its files with their hints between {@code ‹} and {@code
 * ›}, as a client gets them, each with where it leads.
 */
class InlayHintFixturesTest {
  private static FakeEditor editor;

  @TempDir Path temp;

  @BeforeAll
  static void start() throws IOException {
    editor = FakeEditor.start();
    editor.initialize("{\"capabilities\": {}}");
  }

  @AfterAll
  static void stop() {
    editor.close();
  }

  @TestFactory
  Stream<DynamicTest> hints() {
    return TextCase.tests("lsp/hints", this::shown);
  }

  private String shown(TextCase test) {
    CaseTree tree = CaseTree.of(test, temp.resolve(test.name()));
    StringBuilder shown = new StringBuilder();
    tree.texts()
        .forEach(
            (file, text) -> {
              shown.append("== ").append(tree.root().relativize(file)).append('\n');
              shown.append(shown(text, hints(file))).append('\n');
            });
    return shown.toString();
  }

  private static JsonArray hints(Path file) {
    JsonObject params = FakeEditor.about(file);
    params.add("range", FakeEditor.range(0, 0, 100_000, 0));
    return editor.request("textDocument/inlayHint", params).getAsJsonArray();
  }

  private static String shown(String text, JsonArray hints) {
    StringBuilder shown = new StringBuilder(text);
    for (int i = hints.size() - 1; i >= 0; i--) {
      JsonObject hint = hints.get(i).getAsJsonObject();
      JsonObject at = hint.getAsJsonObject("position");
      Position position = new Position(at.get("line").getAsInt(), at.get("character").getAsInt());
      shown.insert(LineIndex.of(text).offset(position), "‹" + label(hint.get("label")) + "›");
    }
    return shown.toString();
  }

  private static String label(JsonElement label) {
    if (label instanceof JsonPrimitive text) {
      return text.getAsString();
    }
    JsonObject part = label.getAsJsonArray().get(0).getAsJsonObject();
    JsonObject location = part.getAsJsonObject("location");
    String uri = location.get("uri").getAsString();
    int line = location.getAsJsonObject("range").getAsJsonObject("start").get("line").getAsInt();
    String target = uri.substring(uri.lastIndexOf('/') + 1) + ":" + (line + 1);
    return part.get("value").getAsString() + " | " + target;
  }
}
