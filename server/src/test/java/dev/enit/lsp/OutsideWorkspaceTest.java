package dev.enit.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertThrows;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.SocketTimeoutException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests that a release outside the trusted workspace is edited as any other, and is neither run nor
 * connected to: its files may come from anyone, and the client's trust does not cover them.
 */
class OutsideWorkspaceTest {
  private static final int REQUEST_FAILED = -32803;

  @TempDir Path folder;

  /** In the place of an epmd: a client that looks for a node connects with it first. */
  private ServerSocket epmd;

  private ServerReleaseTree ours;
  private ServerReleaseTree theirs;
  private FakeEditor editor;

  @BeforeEach
  void start() throws IOException {
    epmd = new ServerSocket(0, 50, InetAddress.getLoopbackAddress());
    ours = ServerReleaseTree.in(Files.createDirectory(folder.resolve("ours")));
    theirs = ServerReleaseTree.in(Files.createDirectory(folder.resolve("theirs")));
    editor = FakeEditor.start(Map.of("ERL_EPMD_PORT", Integer.toString(epmd.getLocalPort())));
    editor.initialize(
        """
        {"capabilities": {"workspace": {"codeLens": {"refreshSupport": true}}}, "rootUri": "%s"}
        """
            .formatted(FakeEditor.uri(ours.root())));
  }

  @AfterEach
  void end() throws IOException {
    editor.close();
    epmd.close();
  }

  @Test
  void noClientCanActOnIt() throws IOException {
    for (String command :
        List.of(
            "enit.start",
            "enit.stop",
            "enit.restart",
            "enit.reconfigure",
            "enit.connect",
            "enit.takeOver")) {
      for (Path file : List.of(theirs.specification(), theirs.user())) {
        String refusal = refusal(command, file);
        String directory = "`" + theirs.root().resolve("var/lib/enit/shop") + "`";
        assertTrue(refusal.contains(directory + " is outside"), refusal);
      }
    }
    assertNothingConnects();
  }

  @Test
  void itsNodeIsNotFollowedWhereItsFilesAreOpen() throws IOException {
    editor.open(theirs.specification(), Files.readString(theirs.specification()));
    awaitLens(theirs, "◌ outside the workspace: nothing is run or connected");
    for (String page : List.of("plan.txt", "status.md")) {
      String text = page(theirs, page);
      assertTrue(text.contains("outside the trusted workspace"), text);
    }
    assertEquals("untrusted", state(theirs));
    assertNothingConnects();

    addToWorkspace(theirs);
    awaitLens(theirs, "◌ connecting");
    try (var connected = epmd.accept()) {
      assertTrue(connected.isConnected());
    }
  }

  @Test
  void aFolderThatLeavesTheWorkspaceTakesItsTrustAlong() throws IOException {
    editor.notify(
        "workspace/didChangeWorkspaceFolders",
        FakeEditor.json("{\"event\": {\"added\": [], \"removed\": [%s]}}".formatted(folder(ours))));
    String refusal = refusal("enit.start", ours.user());
    assertTrue(refusal.contains("is outside the trusted workspace"), refusal);
  }

  private void addToWorkspace(ServerReleaseTree tree) {
    editor.notify(
        "workspace/didChangeWorkspaceFolders",
        FakeEditor.json("{\"event\": {\"added\": [%s], \"removed\": []}}".formatted(folder(tree))));
  }

  private static String folder(ServerReleaseTree tree) {
    return "{\"uri\": \"%s\", \"name\": \"tree\"}".formatted(FakeEditor.uri(tree.root()));
  }

  private void assertNothingConnects() throws IOException {
    epmd.setSoTimeout(1);
    assertThrows(SocketTimeoutException.class, epmd::accept);
    epmd.setSoTimeout(0);
  }

  private String refusal(String command, Path file) {
    JsonArray arguments = new JsonArray();
    arguments.add(FakeEditor.uri(file));
    arguments.add(FakeEditor.json("{\"confirmed\": true}"));
    JsonObject params = new JsonObject();
    params.addProperty("command", command);
    params.add("arguments", arguments);
    JsonObject error =
        editor.answer(editor.send("workspace/executeCommand", params)).getAsJsonObject("error");
    assertEquals(REQUEST_FAILED, error.get("code").getAsInt());
    return error.get("message").getAsString();
  }

  private void awaitLens(ServerReleaseTree tree, String title) {
    while (!lenses(tree).contains(title)) {
      editor.awaitRequest("workspace/codeLens/refresh", null);
    }
  }

  private String lenses(ServerReleaseTree tree) {
    JsonElement lenses =
        editor.request("textDocument/codeLens", FakeEditor.about(tree.specification()));
    return lenses.toString();
  }

  private String page(ServerReleaseTree tree, String name) {
    JsonObject params = new JsonObject();
    params.addProperty("uri", "enit://" + tree.specification().resolveSibling(name));
    JsonObject page = editor.request("enit/textDocumentContent", params).getAsJsonObject();
    return page.get("text").getAsString();
  }

  private String state(ServerReleaseTree tree) {
    JsonObject release =
        editor.request("enit/release", FakeEditor.document(tree.specification())).getAsJsonObject();
    return release.getAsJsonObject("state").get("kind").getAsString();
  }
}
