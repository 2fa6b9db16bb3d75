package dev.enit.lsp;

import static dev.enit.lsp.FakeEditor.json;
import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the refresh of inlay hints while the user types and switches documents. */
class InlayHintTest {
  private static final String REFRESHES =
      "{\"capabilities\": {\"workspace\": {\"inlayHint\": {\"refreshSupport\": true}}}}";
  private static final String DEFAULTS =
      "{node, [{stop_timeout, 60000}]}.\n{sasl, [{utc_log, true}]}.\n";

  @TempDir Path folder;

  @Test
  void anEditOfOneLayerRefreshesTheHintsOfTheOther() throws IOException {
    ServerReleaseTree tree = ServerReleaseTree.in(folder);
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize(REFRESHES);
      editor.open(tree.defaults(), DEFAULTS);
      editor.open(tree.user(), ServerReleaseTree.USER);
      assertEquals(List.of("= 1 min"), labels(editor, tree.defaults(), 0, 2));
      editor.edit(tree.user(), 1, 0, 0, "{sasl, [{utc_log, false}]}.");
      editor.awaitRequest("workspace/inlayHint/refresh", null);
      assertEquals(List.of("= 1 min", "→ false"), labels(editor, tree.defaults(), 0, 2));
      assertEquals(List.of("→ false"), labels(editor, tree.defaults(), 1, 2), "of a range");
    }
  }

  @Test
  void eachKindIsSwitchedOffByItself() throws IOException {
    ServerReleaseTree tree = ServerReleaseTree.in(folder);
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize(
          "{\"capabilities\": {\"workspace\": {\"inlayHint\": {\"refreshSupport\": true}}},"
              + " \"initializationOptions\": {\"inlayHints\": {\"overridden\": false}}}");
      editor.open(tree.defaults(), DEFAULTS);
      editor.open(tree.user(), "{sasl, [{utc_log, false}]}.\n");
      assertEquals(List.of("= 1 min"), labels(editor, tree.defaults(), 0, 2));
      editor.notify(
          "workspace/didChangeConfiguration",
          json(
              "{\"settings\": {\"enit\": {\"inlayHints\":"
                  + " {\"overridden\": true, \"units\": false}}}}"));
      editor.awaitRequest("workspace/inlayHint/refresh", null);
      assertEquals(List.of("→ false"), labels(editor, tree.defaults(), 0, 2));
    }
  }

  private static List<String> labels(FakeEditor editor, Path path, int from, int to) {
    JsonObject params = FakeEditor.about(path);
    params.add("range", FakeEditor.range(from, 0, to, 0));
    JsonArray hints = editor.request("textDocument/inlayHint", params).getAsJsonArray();
    List<String> labels = new ArrayList<>();
    hints.forEach(hint -> labels.add(label(hint.getAsJsonObject())));
    return labels;
  }

  private static String label(JsonObject hint) {
    return hint.get("label").isJsonPrimitive()
        ? hint.get("label").getAsString()
        : hint.getAsJsonArray("label").get(0).getAsJsonObject().get("value").getAsString();
  }
}
