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
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Tests diagnostics with a client that has them pushed and one that pulls them. The end of each
 * session shows that nothing else is pushed.
 */
class DiagnosticsTest {
  private static final String EVERYTHING =
      """
      {"capabilities": {"textDocument": {"publishDiagnostics": {
        "relatedInformation": true, "versionSupport": true, "codeDescriptionSupport": true,
        "dataSupport": true,
        "tagSupport": {"valueSet": [1, 2]}}}}}
      """;
  private static final String NOTHING =
      "{\"capabilities\": {\"textDocument\": {\"publishDiagnostics\": {}}}}";
  private static final String OTHER_UTC_LOG = "{sasl, [{utc_log, false}]}.\n";

  @TempDir private Path folder;
  private ServerReleaseTree tree;

  /** How a client gets diagnostics. */
  enum Client {
    PUSHED,
    PULLED;

    /** Begins a session; what a client can show is the same for both ways. */
    JsonObject initialize(FakeEditor editor, String params) {
      JsonObject given = FakeEditor.json(params);
      JsonObject document = given.getAsJsonObject("capabilities").getAsJsonObject("textDocument");
      if (this == PULLED) {
        JsonObject pulled = document.getAsJsonObject("publishDiagnostics").deepCopy();
        pulled.addProperty("relatedDocumentSupport", true);
        document.add("diagnostic", pulled);
      }
      return editor.initialize(given.toString());
    }

    /**
     * Returns the diagnostics of a file: the next that are pushed for a version, or its present
     * ones.
     */
    JsonArray diagnostics(FakeEditor editor, Path path, @Nullable Integer version) {
      return this == PUSHED
          ? editor.awaitDiagnostics(path, version)
          : editor
              .request("textDocument/diagnostic", FakeEditor.about(path))
              .getAsJsonObject()
              .getAsJsonArray("items");
    }
  }

  @BeforeEach
  void writeTree() throws IOException {
    tree = ServerReleaseTree.in(folder);
  }

  @ParameterizedTest
  @EnumSource
  void carryThePlaceAndTheCode(Client client) throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      client.initialize(editor, EVERYTHING);
      editor.open(tree.user(), "{node, [{cookie, \"m\"} {hidden, true}]}.\n");
      JsonArray diagnostics = client.diagnostics(editor, tree.user(), 1);
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
      assertEquals(List.of(), summary(client.diagnostics(editor, tree.user(), 2)));
      editor.shutdown();
    }
  }

  @ParameterizedTest
  @EnumSource
  void relatedPlacesAndTagsReachWhoShowsThem(Client client) throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      client.initialize(editor, EVERYTHING);
      editor.open(tree.user(), ServerReleaseTree.USER + "{sasl, [{utc_log, true}]}.\n");
      JsonObject same = client.diagnostics(editor, tree.user(), 1).get(0).getAsJsonObject();
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

  @ParameterizedTest
  @EnumSource
  void aModestClientGetsTheCoreOnly(Client client) throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      client.initialize(editor, NOTHING);
      editor.open(tree.user(), ServerReleaseTree.USER + "{sasl, [{utc_log, true}]}.\n");
      JsonObject same = client.diagnostics(editor, tree.user(), null).get(0).getAsJsonObject();
      for (String extra : List.of("tags", "relatedInformation", "codeDescription")) {
        assertFalse(same.has(extra), extra);
      }
      editor.shutdown();
    }
  }

  @ParameterizedTest
  @EnumSource
  void anEditTellsTheOpenNeighbour(Client client) throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      client.initialize(editor, EVERYTHING);
      editor.open(tree.defaults(), ServerReleaseTree.DEFAULTS);
      assertEquals(List.of(), summary(client.diagnostics(editor, tree.defaults(), 1)));
      editor.open(tree.user(), ServerReleaseTree.USER);
      assertEquals(List.of(), summary(client.diagnostics(editor, tree.user(), 1)));
      editor.edit(tree.user(), 1, 0, 0, OTHER_UTC_LOG);
      assertEquals(List.of(), summary(client.diagnostics(editor, tree.user(), 2)));
      assertEquals(List.of("1:5 EN502"), summary(client.diagnostics(editor, tree.defaults(), 1)));
      editor.edit(tree.user(), 1, 0, OTHER_UTC_LOG.length() - 1, "");
      assertEquals(List.of(), summary(client.diagnostics(editor, tree.user(), 3)));
      assertEquals(List.of(), summary(client.diagnostics(editor, tree.defaults(), 1)));
      editor.shutdown();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aClosedNeighbourIsKeptRightAndGoesWithTheLastDocument(Client client) throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      client.initialize(editor, EVERYTHING);
      editor.open(tree.user(), ServerReleaseTree.USER + OTHER_UTC_LOG);
      assertEquals(List.of(), summary(client.diagnostics(editor, tree.user(), 1)));
      assertEquals(
          List.of("1:5 EN502"), summary(client.diagnostics(editor, tree.defaults(), null)));
      editor.edit(tree.user(), 2, 18, 23, "true");
      assertEquals(List.of("2:8 EN503"), summary(client.diagnostics(editor, tree.user(), 2)));
      editor.replace(tree.user(), ServerReleaseTree.USER);
      assertEquals(List.of(), summary(client.diagnostics(editor, tree.user(), 3)));
      assertEquals(List.of(), summary(client.diagnostics(editor, tree.defaults(), null)));
      editor.replace(tree.user(), ServerReleaseTree.USER + OTHER_UTC_LOG);
      assertEquals(List.of(), summary(client.diagnostics(editor, tree.user(), 4)));
      assertEquals(
          List.of("1:5 EN502"), summary(client.diagnostics(editor, tree.defaults(), null)));
      editor.closeDocument(tree.user());
      // On the disk the user's file does not set the key. It had no diagnostic itself.
      assertEquals(List.of(), summary(client.diagnostics(editor, tree.defaults(), null)));
      editor.shutdown();
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFileOutsideOfAnyReleaseIsReadAndClearedWhenClosed(Client client) throws IOException {
    Path alone = folder.toRealPath().resolve("alone/sys.config");
    try (FakeEditor editor = FakeEditor.start()) {
      client.initialize(editor, EVERYTHING);
      editor.open(alone, "{sasl, [{utc_log, true} {a, b}]}.\n");
      assertEquals(List.of("0:23 EN101"), summary(client.diagnostics(editor, alone, 1)));
      editor.closeDocument(alone);
      assertEquals(List.of(), summary(client.diagnostics(editor, alone, null)));
      editor.shutdown();
    }
  }

  @ParameterizedTest
  @EnumSource
  void changesCountInTheirOrderWhateverTheirVersions(Client client) throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      client.initialize(editor, EVERYTHING);
      editor.open(tree.user(), ServerReleaseTree.USER);
      client.diagnostics(editor, tree.user(), 1);
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
      assertTrue(summary(client.diagnostics(editor, tree.user(), -3)).toString().contains("EN101"));
      editor.shutdown();
    }
  }

  @ParameterizedTest
  @EnumSource
  void columnsAreInTheNegotiatedUnits(Client client) throws IOException {
    for (String encoding : List.of("utf-8", "utf-16")) {
      try (FakeEditor editor = FakeEditor.start()) {
        JsonObject abilities =
            client.initialize(
                editor,
                """
                {"capabilities": {"general": {"positionEncodings": ["%s"]},
                 "textDocument": {"publishDiagnostics": {"versionSupport": true}}}}
                """
                    .formatted(encoding));
        assertEquals(encoding, abilities.get("positionEncoding").getAsString());
        editor.open(tree.user(), "{node, [{cookie, \"å\uD83D\uDC19\"} {hidden, true}]}.\n");
        int column = encoding.equals("utf-8") ? 26 : 23;
        assertEquals(
            List.of("0:" + column + " EN101"), summary(client.diagnostics(editor, tree.user(), 1)));
        editor.edit(tree.user(), 0, column, column, ",");
        assertEquals(List.of(), summary(client.diagnostics(editor, tree.user(), 2)));
        editor.shutdown();
      }
    }
  }

  @ParameterizedTest
  @EnumSource
  void aFixCanBeAppliedToTheVersionItWasMadeFor(Client client) throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      client.initialize(
          editor,
          """
          {"capabilities": {"workspace": {"workspaceEdit": {"documentChanges": true}},
           "textDocument": {"publishDiagnostics": {"versionSupport": true},
            "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}},
                           "isPreferredSupport": true}}}}
          """);
      editor.open(tree.user(), "{node, [{cookie, \"m\"} {hidden, true}]}.\n");
      client.diagnostics(editor, tree.user(), 1);
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
      assertEquals(List.of(), summary(client.diagnostics(editor, tree.user(), 2)));
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

  @ParameterizedTest
  @EnumSource
  void aFileThatVanishesTakesItsDiagnosticsAlong(Client client) throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      client.initialize(editor, EVERYTHING);
      editor.open(tree.user(), ServerReleaseTree.USER + OTHER_UTC_LOG);
      client.diagnostics(editor, tree.user(), 1);
      assertEquals(
          List.of("1:5 EN502"), summary(client.diagnostics(editor, tree.defaults(), null)));
      Files.delete(tree.defaults());
      editor.notify(
          "workspace/didChangeWatchedFiles",
          FakeEditor.json(
              "{\"changes\": [{\"uri\": \"%s\", \"type\": 3}]}"
                  .formatted(FakeEditor.uri(tree.defaults()))));
      assertEquals(List.of(), summary(client.diagnostics(editor, tree.defaults(), null)));
      editor.shutdown();
    }
  }
}
