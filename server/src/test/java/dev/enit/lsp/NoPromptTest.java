package dev.enit.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.nio.file.Path;
import java.util.Map;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests editors that cannot ask the user: the server says why nothing was done, and what to do
 * instead.
 */
class NoPromptTest {
  /** An editor that refuses to ask, as some versions of Helix. */
  private static final String REFUSES =
      "{\"window\": {\"workDoneProgress\": false, \"showDocument\": {\"support\": true}}}";

  /** An editor that says nothing of windows, as ALE. */
  private static final String NO_WINDOW = "{}";

  @TempDir Path folder;
  private ServerSocket epmd;
  private ServerReleaseTree tree;
  private FakeEditor editor;

  @BeforeEach
  void start() throws IOException {
    tree = ServerReleaseTree.in(folder);
    // No node is started, and if one were, it would find no epmd.
    epmd = new ServerSocket(0, 1, InetAddress.getLoopbackAddress());
    editor = FakeEditor.start(Map.of("ERL_EPMD_PORT", Integer.toString(epmd.getLocalPort())));
  }

  @AfterEach
  void end() throws IOException {
    editor.close();
    epmd.close();
  }

  private void initialize(String capabilities, Path root) {
    editor.initialize(
        "{\"capabilities\": %s, \"rootUri\": \"%s\"}"
            .formatted(capabilities, FakeEditor.uri(root)));
  }

  private int send(String command) {
    JsonArray arguments = new JsonArray();
    arguments.add(FakeEditor.uri(tree.specification()));
    JsonObject params = new JsonObject();
    params.addProperty("command", command);
    params.add("arguments", arguments);
    return editor.send("workspace/executeCommand", params);
  }

  private String message() {
    return editor.awaitNotification("window/showMessage").get("message").getAsString();
  }

  private static String outcome(JsonObject answer) {
    return answer.getAsJsonObject("result").get("outcome").getAsString();
  }

  @Test
  void aQuestionThatTheEditorDoesNotKnowSaysSo() {
    initialize(REFUSES, tree.root());
    editor.open(tree.user(), ServerReleaseTree.USER + "{sasl, []}.\n");
    int start = send("enit.start");
    String question =
        editor.awaitAndRefuse("window/showMessageRequest").get("message").getAsString();
    assertNotAsked(start, question);
  }

  @Test
  void anEditorThatAnswersNothingIsNotAsked() {
    initialize(NO_WINDOW, tree.root());
    editor.open(tree.user(), ServerReleaseTree.USER + "{sasl, []}.\n");
    assertNotAsked(send("enit.start"), "Start `shop`");
  }

  private void assertNotAsked(int start, String question) {
    String reason = message();
    assertTrue(reason.startsWith("`Starting shop` needs an answer, but this editor"), reason);
    assertTrue(reason.contains(question), reason);
    assertTrue(reason.endsWith("or use the command line."), reason);
    JsonObject answer = editor.answer(start);
    assertEquals("cancelled", outcome(answer));
    assertEquals(reason, answer.getAsJsonObject("result").get("text").getAsString());
  }
}
