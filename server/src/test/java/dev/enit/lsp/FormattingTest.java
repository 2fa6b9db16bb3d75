package dev.enit.lsp;

import static dev.enit.lsp.FakeEditor.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Tests formatting: the layout of {@code enit fmt}, as the smallest edit. */
class FormattingTest {
  private static final Path FILE = Path.of("/nowhere/sys.config");

  private static JsonArray format(FakeEditor editor) {
    JsonObject params = FakeEditor.about(FILE);
    params.add("options", json("{\"tabSize\": 2, \"insertSpaces\": true}"));
    return editor.request("textDocument/formatting", params).getAsJsonArray();
  }

  @Test
  void editsWhatDiffersAndLeavesABrokenFileAlone() throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize("{\"capabilities\": {}}");
      editor.open(FILE, "{a, [{b,1}]}.\r\n{c, [{d, \"\uD83D\uDC19\"}]}.\r\n");
      JsonObject edit = format(editor).get(0).getAsJsonObject();
      assertEquals(FakeEditor.range(0, 8, 0, 8), edit.get("range"));
      assertEquals(" ", edit.get("newText").getAsString());
      editor.awaitDiagnostics(FILE, null);
      editor.edit(FILE, 0, 8, 8, " ");
      assertEquals(new JsonArray(), format(editor));
      editor.edit(FILE, 0, 12, 14, "");
      assertEquals(new JsonArray(), format(editor));
      editor.awaitDiagnostics(FILE, null);
      editor.request("shutdown", null);
      editor.notify("exit", null);
      assertEquals(0, editor.awaitExit());
    }
  }
}
