package dev.enit.lsp;

import static dev.enit.lsp.FakeEditor.summary;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests pull diagnostics; the end of each session shows that nothing is pushed. */
class PullDiagnosticsTest {
  private static final String REFRESHES =
      """
      {"capabilities": {"textDocument": {"diagnostic": {}},
                        "workspace": {"diagnostics": {"refreshSupport": true}}}}
      """;
  private static final String RELATED =
      "{\"capabilities\": {\"textDocument\": {\"diagnostic\": {\"relatedDocumentSupport\": true}}}}";
  private static final String OTHER_UTC_LOG = "{sasl, [{utc_log, false}]}.\n";

  @TempDir private Path folder;
  private ServerReleaseTree tree;

  @BeforeEach
  void writeTree() throws IOException {
    tree = ServerReleaseTree.in(folder);
  }

  private static JsonObject pull(FakeEditor editor, Path path, @Nullable String previous) {
    JsonObject params = FakeEditor.about(path);
    if (previous != null) {
      params.addProperty("previousResultId", previous);
    }
    return editor.request("textDocument/diagnostic", params).getAsJsonObject();
  }

  private static String id(JsonObject report) {
    return report.get("resultId").getAsString();
  }

  private static List<String> items(JsonObject report) {
    assertEquals("full", report.get("kind").getAsString());
    return summary(report.getAsJsonArray("items"));
  }

  @Test
  void areAnsweredInFullOrAsUnchanged() throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      JsonObject abilities = editor.initialize(REFRESHES);
      assertTrue(
          abilities
              .getAsJsonObject("diagnosticProvider")
              .get("workspaceDiagnostics")
              .getAsBoolean());
      editor.open(tree.user(), "{node, [{cookie, \"m\"} {hidden, true}]}.\n");
      JsonObject first = pull(editor, tree.user(), null);
      assertEquals(List.of("0:21 EN101"), items(first));
      JsonObject again = pull(editor, tree.user(), id(first));
      assertEquals("unchanged", again.get("kind").getAsString());
      assertEquals(id(first), id(again));
      assertFalse(again.has("items"));
      editor.edit(tree.user(), 0, 0, 0, " ");
      JsonObject moved = pull(editor, tree.user(), id(first));
      assertEquals(List.of("0:22 EN101"), items(moved));
      editor.shutdown();
    }
  }

  @Test
  void theClientIsToldToAskAgainForTheNeighbourOfAnEdit() throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize(REFRESHES);
      editor.open(tree.defaults(), ServerReleaseTree.DEFAULTS);
      editor.open(tree.user(), ServerReleaseTree.USER);
      assertEquals(List.of(), items(pull(editor, tree.user(), null)));
      assertEquals(List.of(), items(pull(editor, tree.defaults(), null)));
      editor.edit(tree.user(), 1, 0, 0, OTHER_UTC_LOG);
      editor.awaitRequest("workspace/diagnostic/refresh", null);
      assertEquals(List.of("1:5 EN502"), items(pull(editor, tree.defaults(), null)));
      assertEquals(List.of(), items(pull(editor, tree.user(), null)));
      editor.shutdown();
    }
  }

  @Test
  void theWholeWorkspaceIsAnsweredToo() throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize(REFRESHES);
      editor.open(tree.user(), ServerReleaseTree.USER + OTHER_UTC_LOG);
      JsonArray first = pullWorkspace(editor, new JsonArray());
      assertEquals(List.of("defaults.config full 1"), names(first));
      JsonObject previous = new JsonObject();
      previous.add("uri", first.get(0).getAsJsonObject().get("uri"));
      previous.add("value", first.get(0).getAsJsonObject().get("resultId"));
      JsonArray known = new JsonArray();
      known.add(previous);
      assertEquals(List.of("defaults.config unchanged"), names(pullWorkspace(editor, known)));
      editor.replace(tree.user(), ServerReleaseTree.USER);
      editor.awaitRequest("workspace/diagnostic/refresh", null);
      assertEquals(List.of("defaults.config full 0"), names(pullWorkspace(editor, known)));
      editor.shutdown();
    }
  }

  @Test
  void releasesOfTheFoldersAreAnsweredThoughNothingIsOpen() throws IOException {
    Files.writeString(tree.user(), ServerReleaseTree.USER + OTHER_UTC_LOG);
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize(
          REFRESHES.stripTrailing().replaceFirst("}$", "")
              + ", \"workspaceFolders\": [{\"uri\": \"%s\", \"name\": \"x\"}]}"
                  .formatted(FakeEditor.uri(tree.root())));
      assertEquals(
          List.of("defaults.config full 1"), names(pullWorkspace(editor, new JsonArray())));
      editor.notify(
          "workspace/didChangeWorkspaceFolders",
          FakeEditor.json(
              "{\"event\": {\"added\": [], \"removed\": [{\"uri\": \"%s\", \"name\": \"x\"}]}}"
                  .formatted(FakeEditor.uri(tree.root()))));
      assertEquals(List.of(), names(pullWorkspace(editor, new JsonArray())));
      editor.shutdown();
    }
  }

  private static JsonArray pullWorkspace(FakeEditor editor, JsonArray known) {
    JsonObject params = new JsonObject();
    params.add("previousResultIds", known);
    return editor.request("workspace/diagnostic", params).getAsJsonObject().getAsJsonArray("items");
  }

  private static List<String> names(JsonArray reports) {
    List<String> names = new ArrayList<>();
    for (JsonElement element : reports) {
      JsonObject report = element.getAsJsonObject();
      String uri = report.get("uri").getAsString();
      String count = report.has("items") ? " " + report.getAsJsonArray("items").size() : "";
      names.add(
          uri.substring(uri.lastIndexOf('/') + 1) + " " + report.get("kind").getAsString() + count);
    }
    return names;
  }

  @Test
  void neighboursComeAlongWhereTheClientTakesThem() throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize(RELATED);
      editor.open(tree.user(), ServerReleaseTree.USER + OTHER_UTC_LOG);
      JsonObject report = pull(editor, tree.user(), null);
      JsonObject related = report.getAsJsonObject("relatedDocuments");
      assertEquals(List.of(FakeEditor.uri(tree.defaults())), List.copyOf(related.keySet()));
      assertEquals(
          List.of("1:5 EN502"), items(related.getAsJsonObject(FakeEditor.uri(tree.defaults()))));
      assertFalse(pull(editor, tree.user(), id(report)).has("relatedDocuments"), "told once");
      editor.replace(tree.user(), ServerReleaseTree.USER);
      JsonObject gone = pull(editor, tree.user(), id(report)).getAsJsonObject("relatedDocuments");
      assertEquals(List.of(), items(gone.getAsJsonObject(FakeEditor.uri(tree.defaults()))));
      editor.shutdown();
    }
  }

  @Test
  void whoCouldNotBeToldOfNeighboursGetsThemPushed() throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      JsonObject abilities =
          editor.initialize("{\"capabilities\": {\"textDocument\": {\"diagnostic\": {}}}}");
      assertFalse(abilities.has("diagnosticProvider"));
      editor.open(tree.user(), ServerReleaseTree.USER);
      assertEquals(List.of(), summary(editor.awaitDiagnostics(tree.user(), null)));
      editor.shutdown();
    }
  }
}
