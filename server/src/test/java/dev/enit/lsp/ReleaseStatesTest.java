package dev.enit.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the list of releases of a client: the state of each, and its refresh. */
class ReleaseStatesTest {
  private static final String CHANGED = "enit/releasesChanged";

  @TempDir Path temp;
  private Path root;

  @BeforeEach
  void resolve() throws IOException {
    root = temp.toRealPath();
  }

  /** Two hosts in one workspace, whose releases have the same name. */
  private Path host(String name) throws IOException {
    return ServerReleaseTree.in(Files.createDirectories(root.resolve(name))).specification();
  }

  @Test
  void anEditIsToldOfWhereTheAnswerIsAnotherOne() throws IOException {
    Path one = host("one");
    Path other = host("other");
    try (FakeEditor editor = start()) {
      releases(editor);
      editor.open(one, Files.readString(one));
      editor.open(other, Files.readString(other));
      awaitFollowed(editor);
      editor.edit(one, 0, 0, 0, "%% What is written here changes nothing.\n");
      editor.edit(other, 1, 11, 14, "2.0");
      assertEquals(FakeEditor.uri(other), awaitChangedUri(editor));
      assertEquals(List.of("1.0", "2.0"), members(releases(editor), "version"));
    }
  }

  @Test
  void nothingCanBeDoneInAWorkspaceThatIsNotTrusted() throws IOException {
    host("one");
    try (FakeEditor editor = start()) {
      JsonObject state = releases(editor).get(0).getAsJsonObject().getAsJsonObject("state");
      assertEquals("untrusted", state.get("kind").getAsString());
      assertEquals(new JsonArray(), state.get("actions"));
    }
  }

  private FakeEditor start() throws IOException {
    FakeEditor editor = FakeEditor.start();
    editor.initialize(
        """
        {"capabilities": {}, "initializationOptions": {"trusted": false},
         "workspaceFolders": [
           {"uri": "%1$s/one", "name": "one"}, {"uri": "%1$s/other", "name": "other"}]}
        """
            .formatted(FakeEditor.uri(root)));
    return editor;
  }

  /** Until nothing more comes of opening the documents. */
  private static void awaitFollowed(FakeEditor editor) {
    while (releases(editor).toString().contains("\"live\":false")) {
      editor.awaitNotification(CHANGED);
    }
    editor.forget(CHANGED);
  }

  /** Returns the release that the next notification names. */
  private static String awaitChangedUri(FakeEditor editor) {
    JsonObject next = editor.awaitNotification(CHANGED);
    while (!next.has("uri")) {
      next = editor.awaitNotification(CHANGED);
    }
    return next.get("uri").getAsString();
  }

  private static JsonArray releases(FakeEditor editor) {
    return editor
        .request("enit/releases", new JsonObject())
        .getAsJsonObject()
        .getAsJsonArray("releases");
  }

  private static List<String> members(JsonArray items, String name) {
    List<String> members = new ArrayList<>();
    for (JsonElement item : items) {
      members.add(item.getAsJsonObject().get(name).getAsString());
    }
    return members;
  }
}
