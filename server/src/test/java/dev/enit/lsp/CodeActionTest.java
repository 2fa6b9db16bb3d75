package dev.enit.lsp;

import static dev.enit.lsp.FakeEditor.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests code actions for clients with different capabilities. */
class CodeActionTest {
  private static final String LITERALS =
      "\"codeActionLiteralSupport\": {\"codeActionKind\": {\"valueSet\": []}}";
  private static final String LAZY =
      ", \"dataSupport\": true, \"resolveSupport\": {\"properties\": [\"edit\"]}";
  private static final String DOCUMENTS = "\"documentChanges\": true";
  private static final String FILES = ", \"resourceOperations\": [\"create\"]";
  @TempDir Path folder;

  @Test
  void aClientThatKnowsCommandsOnlyGetsNothing() throws IOException {
    ServerReleaseTree tree = ServerReleaseTree.in(folder);
    try (FakeEditor editor = editor(tree, "", "")) {
      assertEquals(List.of(), titles(offers(editor, tree)));
    }
  }

  @Test
  void aPlainClientGetsChangesAtOnceAndNoNewFiles() throws IOException {
    ServerReleaseTree tree = ServerReleaseTree.in(folder);
    try (FakeEditor editor = editor(tree, LITERALS, "")) {
      // Changes that such a client gets at once have a time limit, which a cold server may exceed.
      offers(editor, tree);
      JsonArray offers = offers(editor, tree);
      assertEquals(
          List.of(
              "Move `utc_log` to `user.config` of the host",
              "Copy `utc_log` to `user.config` of the host, to change it there"),
          titles(offers));
      JsonObject changes = edit(offers, 0).getAsJsonObject("changes");
      assertEquals(2, changes.size());
      assertTrue(changes.has(FakeEditor.uri(tree.user())));
      editor.request("textDocument/hover", FakeEditor.at(tree.defaults(), 0, 0));
    }
  }

  @Test
  void changesOfDocumentsNameTheirVersions() throws IOException {
    ServerReleaseTree tree = ServerReleaseTree.in(folder);
    try (FakeEditor editor = editor(tree, LITERALS, DOCUMENTS)) {
      JsonArray documents = edit(offers(editor, tree), 0).getAsJsonArray("documentChanges");
      assertEquals(
          "1",
          documents
              .get(0)
              .getAsJsonObject()
              .get("textDocument")
              .getAsJsonObject()
              .get("version")
              .toString());
      assertEquals(
          "null",
          documents
              .get(1)
              .getAsJsonObject()
              .get("textDocument")
              .getAsJsonObject()
              .get("version")
              .toString(),
          "of a file that is not open");
    }
  }

  @Test
  void editsAreComputedOnResolve() throws IOException {
    ServerReleaseTree tree = ServerReleaseTree.in(folder);
    try (FakeEditor editor = editor(tree, LITERALS + LAZY, DOCUMENTS + FILES)) {
      JsonObject offer = offers(editor, tree).get(0).getAsJsonObject();
      assertFalse(offer.has("edit"));
      JsonObject chosen = editor.request("codeAction/resolve", offer).getAsJsonObject();
      assertEquals(2, chosen.getAsJsonObject("edit").getAsJsonArray("documentChanges").size());
      editor.edit(tree.defaults(), 0, 0, 0, "\n");
      assertEquals(-32801, editor.error("codeAction/resolve", offer), "the text has changed");
      offer.add("data", json("{\"uri\": 1}"));
      assertEquals(-32602, editor.error("codeAction/resolve", offer), "no data of ours");
      offer.remove("data");
      assertEquals(offer, editor.request("codeAction/resolve", offer));
    }
  }

  private static FakeEditor editor(ServerReleaseTree tree, String actions, String edits)
      throws IOException {
    FakeEditor editor = FakeEditor.start();
    editor.initialize(
        "{\"capabilities\": {\"textDocument\": {\"codeAction\": {"
            + actions
            + "}}, \"workspace\": {\"workspaceEdit\": {"
            + edits
            + "}}}}");
    editor.open(tree.defaults(), ServerReleaseTree.DEFAULTS);
    return editor;
  }

  /** At the setting of the defaults. */
  private static JsonArray offers(FakeEditor editor, ServerReleaseTree tree) {
    JsonObject params = FakeEditor.about(tree.defaults());
    params.add("range", FakeEditor.range(1, 6, 1, 6));
    params.add("context", json("{\"diagnostics\": []}"));
    return editor.request("textDocument/codeAction", params).getAsJsonArray();
  }

  private static JsonObject edit(JsonArray offers, int index) {
    return offers.get(index).getAsJsonObject().getAsJsonObject("edit");
  }

  private static List<String> titles(JsonArray offers) {
    List<String> titles = new ArrayList<>();
    offers.forEach(offer -> titles.add(offer.getAsJsonObject().get("title").getAsString()));
    return titles;
  }
}
