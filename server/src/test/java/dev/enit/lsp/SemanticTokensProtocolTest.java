package dev.enit.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;

/** Tests the semantic tokens requests: full, delta and range. */
class SemanticTokensProtocolTest {
  private static final Path FILE = Path.of("/nowhere/a.config");
  private static final String FULL = "textDocument/semanticTokens/full";

  @Test
  void allThenChangesThenSomeLines() throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      JsonObject provider =
          editor.initialize("{\"capabilities\": {}}").getAsJsonObject("semanticTokensProvider");
      JsonObject legend = provider.getAsJsonObject("legend");
      assertEquals("namespace", legend.getAsJsonArray("tokenTypes").get(0).getAsString());
      assertEquals("secret", legend.getAsJsonArray("tokenModifiers").get(3).getAsString());
      editor.open(FILE, "{node, [{cookie, x}]}.\n{kernel, [{a, 1}]}.\n");
      JsonObject full = tokens(editor, FULL, FakeEditor.about(FILE));
      assertEquals(
          "[0,1,4,0,5,0,8,6,2,4,0,8,1,5,8,1,1,6,0,1,0,10,1,2,0,0,3,1,6,0]",
          full.get("data").toString());

      editor.edit(FILE, 1, 11, 12, "bc");
      JsonObject params = FakeEditor.about(FILE);
      params.add("previousResultId", full.get("resultId"));
      JsonObject delta = tokens(editor, FULL + "/delta", params);
      assertNotEquals(full.get("resultId"), delta.get("resultId"));
      JsonArray edits = delta.getAsJsonArray("edits");
      assertEquals(
          "[{\"start\":20,\"deleteCount\":10,\"data\":[0,10,2,2,0,0,4,1,6,0]}]", edits.toString());

      JsonObject stale = tokens(editor, FULL + "/delta", params);
      assertFalse(stale.has("edits"));
      assertEquals(30, stale.getAsJsonArray("data").size());

      JsonObject range = FakeEditor.about(FILE);
      range.add("range", FakeEditor.range(1, 0, 1, 3));
      assertEquals(
          "[1,1,6,0,1,0,10,2,2,0,0,4,1,6,0]",
          tokens(editor, "textDocument/semanticTokens/range", range).get("data").toString());
    }
  }

  private static JsonObject tokens(FakeEditor editor, String method, JsonObject params) {
    return editor.request(method, params).getAsJsonObject();
  }
}
