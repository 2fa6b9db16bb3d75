package dev.enit.lsp;

import static dev.enit.lsp.FakeEditor.summary;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests push diagnostics, for a client that does not pull them. */
class PushDiagnosticsTest {
  private static final String EVERYTHING =
      """
      {"capabilities": {"textDocument": {"publishDiagnostics": {
        "relatedInformation": true, "versionSupport": true, "codeDescriptionSupport": true,
        "dataSupport": true,
        "tagSupport": {"valueSet": [1, 2]}}}}}
      """;
  private static final String NOTHING = "{\"capabilities\": {}}";
  private static final String OTHER_UTC_LOG = "{sasl, [{utc_log, false}]}.\n";

  @TempDir private Path folder;
  private ServerReleaseTree tree;

  @BeforeEach
  void writeTree() throws IOException {
    tree = ServerReleaseTree.in(folder);
  }

  @Test
  void carryTheVersionThePlaceAndTheCode() throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize(EVERYTHING);
      editor.open(tree.user(), "{node, [{cookie, \"m\"} {hidden, true}]}.\n");
      JsonArray diagnostics = editor.awaitDiagnostics(tree.user(), 1);
      assertEquals(List.of("0:21 EN101"), summary(diagnostics));
      JsonObject diagnostic = diagnostics.get(0).getAsJsonObject();
      assertEquals(1, diagnostic.get("severity").getAsInt());
      assertEquals("enit", diagnostic.get("source").getAsString());
      assertEquals("missing-comma", diagnostic.getAsJsonObject("data").get("slug").getAsString());
      assertTrue(
          diagnostic
              .getAsJsonObject("codeDescription")
              .get("href")
              .getAsString()
              .endsWith("/diagnostics/EN101.md"));
      editor.edit(tree.user(), 0, 21, 21, ",");
      assertEquals(List.of(), summary(editor.awaitDiagnostics(tree.user(), 2)));
      editor.shutdown();
    }
  }

  @Test
  void relatedPlacesAndTagsReachWhoShowsThem() throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize(EVERYTHING);
      editor.open(tree.user(), ServerReleaseTree.USER + "{sasl, [{utc_log, true}]}.\n");
      JsonObject same = editor.awaitDiagnostics(tree.user(), 1).get(0).getAsJsonObject();
      assertEquals("EN503", same.get("code").getAsString());
      assertEquals("[1]", same.get("tags").toString());
      JsonObject place =
          same.getAsJsonArray("relatedInformation")
              .get(0)
              .getAsJsonObject()
              .getAsJsonObject("location");
      assertEquals(FakeEditor.uri(tree.defaults()), place.get("uri").getAsString());
      assertEquals(
          1, place.getAsJsonObject("range").getAsJsonObject("start").get("line").getAsInt());
      editor.shutdown();
    }
  }

  @Test
  void aModestClientGetsTheCoreOnly() throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize(NOTHING);
      editor.open(tree.user(), ServerReleaseTree.USER + "{sasl, [{utc_log, true}]}.\n");
      JsonObject same = editor.awaitDiagnostics(tree.user(), null).get(0).getAsJsonObject();
      for (String extra : List.of("tags", "relatedInformation", "codeDescription")) {
        assertFalse(same.has(extra), extra);
      }
      editor.shutdown();
    }
  }

  @Test
  void anEditTellsTheOpenNeighbour() throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize(EVERYTHING);
      editor.open(tree.defaults(), ServerReleaseTree.DEFAULTS);
      assertEquals(List.of(), summary(editor.awaitDiagnostics(tree.defaults(), 1)));
      editor.open(tree.user(), ServerReleaseTree.USER);
      assertEquals(List.of(), summary(editor.awaitDiagnostics(tree.user(), 1)));
      editor.edit(tree.user(), 1, 0, 0, OTHER_UTC_LOG);
      assertEquals(List.of(), summary(editor.awaitDiagnostics(tree.user(), 2)));
      assertEquals(List.of("1:5 EN502"), summary(editor.awaitDiagnostics(tree.defaults(), 1)));
      editor.edit(tree.user(), 1, 0, OTHER_UTC_LOG.length() - 1, "");
      assertEquals(List.of(), summary(editor.awaitDiagnostics(tree.user(), 3)));
      assertEquals(List.of(), summary(editor.awaitDiagnostics(tree.defaults(), 1)));
      editor.shutdown();
    }
  }

  @Test
  void aClosedNeighbourIsKeptRightAndGoesWithTheLastDocument() throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize(EVERYTHING);
      editor.open(tree.user(), ServerReleaseTree.USER + OTHER_UTC_LOG);
      assertEquals(List.of(), summary(editor.awaitDiagnostics(tree.user(), 1)));
      assertEquals(List.of("1:5 EN502"), summary(editor.awaitDiagnostics(tree.defaults(), null)));
      editor.edit(tree.user(), 2, 18, 23, "true");
      assertEquals(List.of("2:8 EN503"), summary(editor.awaitDiagnostics(tree.user(), 2)));
      editor.replace(tree.user(), ServerReleaseTree.USER);
      assertEquals(List.of(), summary(editor.awaitDiagnostics(tree.user(), 3)));
      assertEquals(List.of(), summary(editor.awaitDiagnostics(tree.defaults(), null)));
      editor.replace(tree.user(), ServerReleaseTree.USER + OTHER_UTC_LOG);
      assertEquals(List.of(), summary(editor.awaitDiagnostics(tree.user(), 4)));
      assertEquals(List.of("1:5 EN502"), summary(editor.awaitDiagnostics(tree.defaults(), null)));
      editor.closeDocument(tree.user());
      // On the disk the user's file does not set the key. It had no diagnostic itself.
      assertEquals(List.of(), summary(editor.awaitDiagnostics(tree.defaults(), null)));
      editor.shutdown();
    }
  }

  @Test
  void aFileOutsideOfAnyReleaseIsReadAndClearedWhenClosed() throws IOException {
    Path alone = folder.toRealPath().resolve("alone/sys.config");
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize(EVERYTHING);
      editor.open(alone, "{sasl, [{utc_log, true} {a, b}]}.\n");
      assertEquals(List.of("0:23 EN101"), summary(editor.awaitDiagnostics(alone, 1)));
      editor.closeDocument(alone);
      assertEquals(List.of(), summary(editor.awaitDiagnostics(alone, null)));
      editor.shutdown();
    }
  }

  @Test
  void changesCountInTheirOrderWhateverTheirVersions() throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize(EVERYTHING);
      editor.open(tree.user(), ServerReleaseTree.USER);
      editor.awaitDiagnostics(tree.user(), 1);
      JsonObject params = FakeEditor.about(tree.user());
      params.getAsJsonObject("textDocument").addProperty("version", -3);
      params.add(
          "contentChanges",
          FakeEditor.json(
                  """
                  {"a": [
                    {"range": {"start": {"line": 0, "character": 0},
                               "end": {"line": 0, "character": 4}}, "text": "{nod"},
                    {"range": {"start": {"line": 0, "character": 4},
                               "end": {"line": 0, "character": 4}}, "text": "e"},
                    {"range": {"start": {"line": 0, "character": 28},
                               "end": {"line": 99, "character": 99}}, "text": " {hidden, false}]}.\\n"}
                  ]}
                  """)
              .get("a"));
      // {nod|e|e, [{cookie, "monster"} ...: the node section has become another.
      editor.notify("textDocument/didChange", params);
      assertTrue(summary(editor.awaitDiagnostics(tree.user(), -3)).toString().contains("EN101"));
      editor.shutdown();
    }
  }

  @Test
  void columnsAreInTheNegotiatedUnits() throws IOException {
    for (String encoding : List.of("utf-8", "utf-16")) {
      try (FakeEditor editor = FakeEditor.start()) {
        JsonObject abilities =
            editor.initialize(
                """
                {"capabilities": {"general": {"positionEncodings": ["%s"]},
                 "textDocument": {"publishDiagnostics": {"versionSupport": true}}}}
                """
                    .formatted(encoding));
        assertEquals(encoding, abilities.get("positionEncoding").getAsString());
        editor.open(tree.user(), "{node, [{cookie, \"å\uD83D\uDC19\"} {hidden, true}]}.\n");
        int column = encoding.equals("utf-8") ? 26 : 23;
        assertEquals(
            List.of("0:" + column + " EN101"), summary(editor.awaitDiagnostics(tree.user(), 1)));
        editor.edit(tree.user(), 0, column, column, ",");
        assertEquals(List.of(), summary(editor.awaitDiagnostics(tree.user(), 2)));
        editor.shutdown();
      }
    }
  }

  @Test
  void documentsWithoutAFileAreReadAndOthersSchemesLeftAlone() throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize(EVERYTHING);
      Path path = tree.user();
      editor.open(path, "git:" + path + "?ref", "{a b}.");
      editor.open(path, "untitled:Untitled-1", "{sasl, [{utc_log, true} {a, b}]}.\n");
      JsonObject told = editor.awaitNotification("textDocument/publishDiagnostics");
      assertEquals("untitled:Untitled-1", told.get("uri").getAsString());
      assertEquals(List.of("0:23 EN101"), summary(told.getAsJsonArray("diagnostics")));
      editor.shutdown();
    }
  }

  @Test
  void aDocumentKeepsTheSpellingOfItsClient() throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize(EVERYTHING);
      String odd = FakeEditor.uri(tree.user()).replace("/user", "/./us%65r");
      editor.open(tree.user(), odd, ServerReleaseTree.USER);
      JsonObject told = editor.awaitNotification("textDocument/publishDiagnostics");
      assertEquals(odd, told.get("uri").getAsString());
      editor.shutdown();
    }
  }

  @Test
  void aFixCanBeAppliedToTheVersionItWasMadeFor() throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize(
          """
          {"capabilities": {"workspace": {"workspaceEdit": {"documentChanges": true}},
           "textDocument": {"publishDiagnostics": {"versionSupport": true},
            "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}},
                           "isPreferredSupport": true}}}}
          """);
      editor.open(tree.user(), "{node, [{cookie, \"m\"} {hidden, true}]}.\n");
      editor.awaitDiagnostics(tree.user(), 1);
      JsonObject params = FakeEditor.about(tree.user());
      params.add("range", FakeEditor.range(0, 21, 0, 21));
      params.add("context", FakeEditor.json("{\"diagnostics\": []}"));
      JsonObject action =
          editor
              .request("textDocument/codeAction", params)
              .getAsJsonArray()
              .get(0)
              .getAsJsonObject();
      assertEquals("quickfix", action.get("kind").getAsString());
      assertTrue(action.get("isPreferred").getAsBoolean());
      assertEquals(List.of("0:21 EN101"), summary(action.getAsJsonArray("diagnostics")));
      JsonObject change =
          action.getAsJsonObject("edit").getAsJsonArray("documentChanges").get(0).getAsJsonObject();
      assertEquals(1, change.getAsJsonObject("textDocument").get("version").getAsInt());
      editor.change(tree.user(), asChange(change));
      assertEquals(List.of(), summary(editor.awaitDiagnostics(tree.user(), 2)));
      params.add(
          "context", FakeEditor.json("{\"diagnostics\": [], \"only\": [\"refactor.inline\"]}"));
      assertEquals("[]", editor.request("textDocument/codeAction", params).toString());
      editor.shutdown();
    }
  }

  private static JsonObject asChange(JsonObject documentEdit) {
    JsonObject edit = documentEdit.getAsJsonArray("edits").get(0).getAsJsonObject();
    JsonObject change = new JsonObject();
    change.add("range", edit.get("range"));
    change.add("text", edit.get("newText"));
    return change;
  }

  @Test
  void aFileThatVanishesTakesItsDiagnosticsAlong() throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize(EVERYTHING);
      editor.open(tree.user(), ServerReleaseTree.USER + OTHER_UTC_LOG);
      editor.awaitDiagnostics(tree.user(), 1);
      assertEquals(List.of("1:5 EN502"), summary(editor.awaitDiagnostics(tree.defaults(), null)));
      Files.delete(tree.defaults());
      editor.notify(
          "workspace/didChangeWatchedFiles",
          FakeEditor.json(
              "{\"changes\": [{\"uri\": \"%s\", \"type\": 3}]}"
                  .formatted(FakeEditor.uri(tree.defaults()))));
      assertEquals(List.of(), summary(editor.awaitDiagnostics(tree.defaults(), null)));
      editor.shutdown();
    }
  }
}
