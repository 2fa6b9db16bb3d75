package dev.enit.lsp;

import static dev.enit.lsp.FakeEditor.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.Objects;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests virtual documents: shown by a command, and refreshed when their content changes. */
class VirtualDocumentsTest {
  private static final String OWN = "enit/textDocumentContent";
  private static final String STANDARD = "workspace/textDocumentContent";
  @TempDir Path folder;

  @Test
  void aCommandShowsTheEffectiveConfiguration() throws IOException {
    ServerReleaseTree tree = ServerReleaseTree.in(folder);
    try (FakeEditor editor = FakeEditor.start()) {
      JsonObject abilities =
          editor.initialize(
              "{\"capabilities\": {\"window\": {\"showDocument\": {\"support\": true}},"
                  + " \"workspace\": {\"textDocumentContent\": {}}}}");
      assertTrue(
          abilities
              .getAsJsonObject("executeCommandProvider")
              .getAsJsonArray("commands")
              .contains(json("{\"a\": \"enit.showEffective\"}").get("a")));
      JsonObject shown = show(editor, tree.user(), "");
      shown.addProperty("takeFocus", true);
      JsonObject success = json("{\"success\": true}");
      assertEquals(shown, editor.awaitRequest("window/showDocument", success));
      shown.remove("takeFocus");
      String text = content(editor, STANDARD, shown);
      assertTrue(text.contains("    {utc_log, true}  % defaults.config:2\n"), text);
      assertTrue(text.contains("    {cookie, \"********\"}  % user.config:1\n"), text);
      // The client shows it by itself.
      show(editor, tree.user(), ", false");
      editor.shutdown();
    }
  }

  @Test
  void aDocumentIsRefreshedAsOneTypes() throws IOException {
    ServerReleaseTree tree = ServerReleaseTree.in(folder);
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize("{\"capabilities\": {}}");
      JsonObject shown = show(editor, tree.specification(), "");
      editor.open(tree.user(), ServerReleaseTree.USER);
      content(editor, STANDARD, shown);
      editor.edit(tree.user(), 1, 0, 0, "{sasl, [{utc_log, false}]}.");
      assertEquals(shown, editor.awaitRequest("workspace/textDocumentContent/refresh", null));
      String text = content(editor, OWN, shown);
      assertTrue(text.contains("    {utc_log, false}  % user.config:2\n"), text);
      editor.edit(tree.user(), 1, 18, 23, "true");
      assertEquals(shown, editor.awaitNotification("enit/textDocumentContent/refresh"));
    }
  }

  @Test
  void whatIsNoDocumentIsRefused() throws IOException {
    ServerReleaseTree tree = ServerReleaseTree.in(folder);
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize("{\"capabilities\": {\"experimental\": {\"enit\": true}}}");
      for (String uri :
          new String[] {
            "enit:" + tree.specification().resolveSibling("other.config"),
            "enit:/effective.config",
            "enit:/nowhere/web/effective.config",
            FakeEditor.uri(tree.user())
          }) {
        JsonObject params = new JsonObject();
        params.addProperty("uri", uri);
        assertEquals(-32803, editor.error(STANDARD, params), uri);
      }
      String nowhere = "\"file:///nowhere/a.config\"";
      assertEquals(-32803, editor.error("workspace/executeCommand", command(nowhere)));
      assertEquals(-32602, editor.error("workspace/executeCommand", command("")));
      JsonObject unknown = json("{\"command\": \"enit.none\"}");
      assertEquals(-32602, editor.error("workspace/executeCommand", unknown));
      editor.shutdown();
    }
  }

  @Test
  void aClientWithoutSuchDocumentsGetsAFileThatGoesWithTheSession() throws IOException {
    ServerReleaseTree tree = ServerReleaseTree.in(folder);
    Path file;
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize(
          "{\"capabilities\": {\"window\": {\"showDocument\": {\"support\": true}}}}");
      show(editor, tree.user(), "");
      JsonElement asked = editor.awaitRequest("window/showDocument", json("{\"success\": true}"));
      JsonObject shown = Objects.requireNonNull(asked).getAsJsonObject();
      file = Path.of(java.net.URI.create(shown.get("uri").getAsString()));
      assertTrue(Files.readString(file).contains("utc_log"), "the effective configuration");
      assertTrue(!Files.readString(file).contains("monster"), "the cookie");
      assertEquals("rw-------", PosixFilePermissions.toString(Files.getPosixFilePermissions(file)));
      Path root = Objects.requireNonNull(file.getParent()).getParent();
      assertEquals("rwx------", PosixFilePermissions.toString(Files.getPosixFilePermissions(root)));
      editor.shutdown();
    }
    assertTrue(!Files.exists(file), "left behind: " + file);
  }

  @Test
  void aClientThatShowsNoDocumentsIsToldOfTheFile() throws IOException {
    ServerReleaseTree tree = ServerReleaseTree.in(folder);
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize("{\"capabilities\": {}}");
      show(editor, tree.user(), "");
      String message =
          editor
              .awaitNotification("window/showMessage")
              .getAsJsonObject()
              .get("message")
              .getAsString();
      Path file = Path.of(message.substring(message.indexOf("`/") + 1, message.lastIndexOf('`')));
      assertTrue(Files.readString(file).contains("utc_log"), message);
      editor.shutdown();
    }
  }

  @Test
  void whyACommandDidNothingIsShown() throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize("{\"capabilities\": {}}");
      JsonObject command = command("\"file:///nowhere/a.config\"");
      assertEquals(-32803, editor.error("workspace/executeCommand", command));
      assertEquals(
          "`file:///nowhere/a.config` belongs to no release.",
          editor
              .awaitNotification("window/showMessage")
              .getAsJsonObject()
              .get("message")
              .getAsString());
      editor.shutdown();
    }
  }

  private static JsonObject show(FakeEditor editor, Path file, String more) {
    String arguments = '"' + FakeEditor.uri(file) + '"' + more;
    return editor.request("workspace/executeCommand", command(arguments)).getAsJsonObject();
  }

  private static JsonObject command(String arguments) {
    return json("{\"command\": \"enit.showEffective\", \"arguments\": [" + arguments + "]}");
  }

  private static String content(FakeEditor editor, String method, JsonObject document) {
    return editor.request(method, document).getAsJsonObject().get("text").getAsString();
  }
}
