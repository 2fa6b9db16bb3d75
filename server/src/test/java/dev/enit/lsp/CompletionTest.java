package dev.enit.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests completion for clients with different capabilities. */
class CompletionTest {
  private static final String MODERN =
      """
      {"capabilities": {"textDocument": {"completion": {"completionItem": {
        "snippetSupport": true, "insertReplaceSupport": true, "labelDetailsSupport": true,
        "documentationFormat": ["markdown"], "tagSupport": {"valueSet": [1]},
        "insertTextModeSupport": {"valueSet": [1, 2]},
        "resolveSupport": {"properties": ["documentation"]}}}}}}
      """;
  private static final String PLAIN = "{\"capabilities\": {}}";

  @TempDir private Path folder;
  private ServerReleaseTree tree = new ServerReleaseTree(Path.of(""));

  @BeforeEach
  void tree() throws IOException {
    tree = ServerReleaseTree.in(folder);
  }

  @Test
  void isAnnounced() throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      JsonObject provider = editor.initialize(PLAIN).getAsJsonObject("completionProvider");
      assertTrue(provider.get("resolveProvider").getAsBoolean());
      assertEquals("[\"{\",\"\\\"\",\"'\"]", provider.get("triggerCharacters").toString());
    }
  }

  @Test
  void aModernClientGetsSnippetsAndAsksForDocumentation() throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize(MODERN);
      editor.open(tree.defaults(), "{sasl, [\n    {sasl_error_logger, false}\n    {ut\n]}.\n");
      JsonObject item = item(editor, tree.defaults(), 2, 7, "utc_log");
      assertEquals(2, item.get("insertTextFormat").getAsInt());
      JsonObject edit = item.getAsJsonObject("textEdit");
      assertEquals("utc_log, ${1|false,true|}\\}", edit.get("newText").getAsString());
      assertEquals(FakeEditor.range(2, 5, 2, 7), edit.get("insert"));
      assertEquals(FakeEditor.range(2, 5, 2, 7), edit.get("replace"));
      JsonObject comma = item.getAsJsonArray("additionalTextEdits").get(0).getAsJsonObject();
      assertEquals(FakeEditor.range(1, 30, 1, 30), comma.get("range"));
      assertEquals(",", comma.get("newText").getAsString());
      assertEquals(
          "default false", item.getAsJsonObject("labelDetails").get("description").getAsString());
      assertNull(item.get("documentation"));
      JsonObject resolved = editor.request("completionItem/resolve", item).getAsJsonObject();
      assertEquals(edit, resolved.get("textEdit"));
      assertTrue(documentation(resolved).contains("in UTC"), documentation(resolved));
    }
  }

  @Test
  void aPlainClientGetsTextAndDocumentationAtOnce() throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize(PLAIN);
      editor.open(
          tree.specification(), "{release, shop, [{applications, [sa\uD83D\uDC19, kernel, ru]}]}.");
      JsonObject item = item(editor, tree.specification(), 0, 49, "runtime_tools");
      assertNull(item.get("insertTextFormat"));
      JsonObject edit = item.getAsJsonObject("textEdit");
      assertEquals("runtime_tools", edit.get("newText").getAsString());
      assertEquals(FakeEditor.range(0, 47, 0, 49), edit.get("range"));
      assertTrue(documentation(item).contains("runtime"), documentation(item));
    }
  }

  @Test
  void aForeignItemIsAnsweredAsItIs() throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize(MODERN);
      for (String data : new String[] {"1", "{}", "{\"uri\": \"file:///a\", \"kind\": \"key\"}"}) {
        JsonObject item = FakeEditor.json("{\"label\": \"a\", \"data\": " + data + "}");
        JsonObject resolved = editor.request("completionItem/resolve", item).getAsJsonObject();
        assertEquals("a", resolved.get("label").getAsString());
        assertFalse(resolved.has("documentation"));
      }
    }
  }

  @Test
  void theCookieOfAnotherFileIsNowhere() throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize(PLAIN);
      editor.open(tree.defaults(), "{node, [{}, {cookie, }]}.");
      assertFalse(completion(editor, tree.defaults(), 0, 9).toString().contains("monster"));
      assertFalse(completion(editor, tree.defaults(), 0, 21).toString().contains("monster"));
    }
  }

  private static JsonObject item(
      FakeEditor editor, Path path, int line, int character, String label) {
    JsonObject list = completion(editor, path, line, character);
    for (JsonElement item : list.getAsJsonArray("items")) {
      if (item.getAsJsonObject().get("label").getAsString().equals(label)) {
        return item.getAsJsonObject();
      }
    }
    throw new AssertionError("no " + label + " in " + list);
  }

  private static JsonObject completion(FakeEditor editor, Path path, int line, int character) {
    return editor
        .request("textDocument/completion", FakeEditor.at(path, line, character))
        .getAsJsonObject();
  }

  private static String documentation(JsonObject item) {
    return item.getAsJsonObject("documentation").get("value").getAsString();
  }
}
