package dev.enit.lsp;

import static dev.enit.lsp.FakeEditor.json;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonObject;
import java.io.IOException;
import java.io.InputStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** Tests which messages are allowed when, and how a session ends. */
class LifecycleTest {
  private static final int PARSE_ERROR = -32700;
  private static final int INVALID_REQUEST = -32600;
  private static final int METHOD_NOT_FOUND = -32601;
  private static final int INVALID_PARAMS = -32602;
  private static final int NOT_INITIALIZED = -32002;

  @Test
  void beginsAndEnds() throws IOException {
    try (FakeEditor editor = FakeEditor.start("--stdio")) {
      JsonObject abilities = editor.initialize("{\"capabilities\": {}}");
      assertEquals("utf-16", abilities.get("positionEncoding").getAsString());
      assertEquals(2, abilities.getAsJsonObject("textDocumentSync").get("change").getAsInt());
      assertTrue(abilities.get("hoverProvider").getAsBoolean());
      assertFalse(abilities.has("diagnosticProvider"), "a client that does not ask is told");
      editor.shutdown();
    }
  }

  @Test
  void refusesWhatComesTooEarlyTwiceOrTooLate() throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      assertEquals(NOT_INITIALIZED, editor.error("textDocument/hover", new JsonObject()));
      assertEquals(NOT_INITIALIZED, editor.error("shutdown", null));
      editor.notify("textDocument/didOpen", json("{\"textDocument\": {}}"));
      editor.initialize("{\"capabilities\": {}}");
      assertEquals(INVALID_REQUEST, editor.error("initialize", json("{\"capabilities\": {}}")));
      editor.request("shutdown", null);
      assertEquals(INVALID_REQUEST, editor.error("textDocument/hover", new JsonObject()));
      assertEquals(INVALID_REQUEST, editor.error("shutdown", null));
      editor.notify("exit", null);
      assertEquals(0, editor.awaitExit());
    }
  }

  @Test
  void exitWithoutShutdownIsAFailure() throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize("{\"capabilities\": {}}");
      editor.notify("exit", null);
      assertEquals(1, editor.awaitExit());
    }
  }

  @Test
  void exitBeforeInitializeIsAFailure() throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      editor.notify("exit", null);
      assertEquals(1, editor.awaitExit());
    }
  }

  @Test
  void theEndOfTheInputIsTheEnd() throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize("{\"capabilities\": {}}");
      editor.closeInput();
      assertEquals(1, editor.awaitExit());
    }
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize("{\"capabilities\": {}}");
      editor.request("shutdown", null);
      editor.closeInput();
      assertEquals(0, editor.awaitExit());
    }
  }

  @Test
  void endsWithItsParent() throws IOException {
    Process parent = new ProcessBuilder("cat").start();
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize("{\"processId\": %d, \"capabilities\": {}}".formatted(parent.pid()));
      parent.destroyForcibly();
      assertEquals(1, editor.awaitExit());
    }
  }

  @Test
  void endsWithTheProcessOfTheCommandLine() throws IOException {
    Process parent = new ProcessBuilder("cat").start();
    try (FakeEditor editor = FakeEditor.start("--clientProcessId=" + parent.pid())) {
      editor.initialize("{\"processId\": null, \"capabilities\": {}}");
      parent.destroyForcibly();
      assertEquals(1, editor.awaitExit());
    }
  }

  @Test
  void unknownMethodsAreRefusedAndUnknownNotificationsIgnored() throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize("{\"capabilities\": {}}");
      assertEquals(METHOD_NOT_FOUND, editor.error("textDocument/nonsense", new JsonObject()));
      assertEquals(METHOD_NOT_FOUND, editor.error("$/nonsense", new JsonArray()));
      assertEquals(METHOD_NOT_FOUND, editor.error("textDocument/didOpen", new JsonObject()));
      editor.notify("$/nonsense", json("{\"a\": [1, {}]}"));
      editor.notify("textDocument/nonsense", new JsonArray());
      editor.notify("$/cancelRequest", json("{\"id\": 4711}"));
      editor.shutdown();
    }
  }

  @Test
  void goesOnBehindWhatIsNoMessage() throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize("{\"capabilities\": {}}");
      editor.wire().sendBody("{\"jsonrpc\": \"2.0\", \"id\": 1, \"method\": \"textDo");
      assertEquals(PARSE_ERROR, FakeEditor.errorCode(editor.awaitAnonymousError()));
      editor.wire().sendBody("[".repeat(100_000));
      assertEquals(PARSE_ERROR, FakeEditor.errorCode(editor.awaitAnonymousError()));
      editor.wire().sendBody("");
      assertEquals(INVALID_REQUEST, FakeEditor.errorCode(editor.awaitAnonymousError()));
      editor.wire().sendBody("[]");
      assertEquals(INVALID_REQUEST, FakeEditor.errorCode(editor.awaitAnonymousError()));
      editor.wire().sendBody("{\"jsonrpc\": \"2.0\", \"id\": 1.5, \"method\": \"shutdown\"}");
      assertEquals(INVALID_REQUEST, FakeEditor.errorCode(editor.awaitAnonymousError()));
      editor.wire().sendRaw("Content-Type: nothing\r\n\r\n");
      assertEquals(PARSE_ERROR, FakeEditor.errorCode(editor.awaitAnonymousError()));
      editor.wire().sendRaw("Content-Length: -7\r\n\r\n");
      assertEquals(PARSE_ERROR, FakeEditor.errorCode(editor.awaitAnonymousError()));
      editor.shutdown();
    }
  }

  /** A length that is wrong costs a message at most, never the session. */
  @Test
  void goesOnBehindAWrongLength() throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize("{\"capabilities\": {}}");
      for (int off : new int[] {1, 2, 7, 8}) {
        announced(editor, off, 100 + off);
        announced(editor, 0, 200 + off);
        assertEquals(METHOD_NOT_FOUND, FakeEditor.errorCode(editor.answer(100 + off)));
        assertEquals(METHOD_NOT_FOUND, FakeEditor.errorCode(editor.answer(200 + off)));
      }
      for (int off : new int[] {-1, -2, -20}) {
        announced(editor, off, 300);
        announced(editor, 0, 400 - off);
        assertEquals(PARSE_ERROR, FakeEditor.errorCode(editor.awaitAnonymousError()));
        assertEquals(METHOD_NOT_FOUND, FakeEditor.errorCode(editor.answer(400 - off)));
      }
      editor.shutdown();
    }
  }

  private static void announced(FakeEditor editor, int off, int id) {
    byte[] body =
        "{\"jsonrpc\": \"2.0\", \"id\": %d, \"method\": \"no/method\", \"params\": {\"a\": {}}}"
            .formatted(id)
            .getBytes(StandardCharsets.UTF_8);
    editor.wire().sendRaw("Content-Length: " + (body.length + off) + "\r\n\r\n", body);
  }

  /** By its header alone: its body is read past, and kept nowhere. */
  @Test
  void aMessageBeyondTheLimitIsRefused() throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize("{\"capabilities\": {}}");
      int size = 65 * 1024 * 1024;
      editor.wire().sendRaw("Content-Length: " + size + "\r\n\r\n", new byte[size]);
      JsonObject refusal = editor.awaitAnonymousError();
      assertEquals(PARSE_ERROR, FakeEditor.errorCode(refusal));
      assertTrue(refusal.toString().contains("the limit is 64 MiB"), refusal.toString());
      editor.wire().sendRaw("Content-Length: 99999999999999999999\r\n\r\n");
      assertEquals(PARSE_ERROR, FakeEditor.errorCode(editor.awaitAnonymousError()));
      editor.shutdown();
    }
  }

  @Test
  void theEndOfTheOutputIsTheEnd() throws Exception {
    Process process = FakeEditor.spawn(Map.of(), "--stdio");
    process.getInputStream().close();
    Wire wire = new Wire(InputStream.nullInputStream(), process.getOutputStream());
    wire.sendBody("{\"id\": 1, \"method\": \"initialize\", \"params\": {\"capabilities\": {}}}");
    assertEquals(1, process.waitFor(), "its standard input is still open");
    process.getOutputStream().close();
  }

  @Test
  void parametersOfAnotherShapeAreRefusedByTheirRequest() throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize("{\"capabilities\": {}}");
      assertEquals(INVALID_PARAMS, editor.error("textDocument/hover", json("{\"position\": 3}")));
      assertEquals(INVALID_PARAMS, editor.error("textDocument/hover", new JsonObject()));
      assertEquals(INVALID_PARAMS, editor.error("textDocument/hover", null));
      editor
          .wire()
          .sendBody(
              "{\"params\": {\"position\": []}, \"method\": \"textDocument/hover\", \"id\": 77}");
      assertEquals(INVALID_PARAMS, FakeEditor.errorCode(editor.answer(77)));
      editor.notify("textDocument/didChange", json("{\"contentChanges\": 1}"));
      assertTrue(logged(editor).contains("textDocument/didChange"));
      editor.notify("textDocument/didOpen", json("{\"textDocument\": {\"uri\": \"file:///a\"}}"));
      assertTrue(logged(editor).contains("textDocument.text"));
      editor.shutdown();
    }
  }

  private static String logged(FakeEditor editor) {
    return editor.awaitNotification("window/logMessage").get("message").getAsString();
  }

  @Test
  void understandsEveryWayToWriteAHeader() throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      byte[] body =
          "{\"jsonrpc\":\"2.0\",\"id\":\"ä\",\"method\":\"initialize\",\"params\":{}}"
              .getBytes(StandardCharsets.UTF_8);
      editor
          .wire()
          .sendRaw(
              "Content-Type: application/vscode-jsonrpc; charset=utf8\r\ncontent-length:"
                  + body.length
                  + "\r\n\r\n",
              body);
      JsonObject answer = editor.awaitAnswer("ä");
      assertEquals(
          "enit",
          answer.getAsJsonObject("result").getAsJsonObject("serverInfo").get("name").getAsString());
      editor.shutdown();
    }
  }

  @Test
  void tracesOnDemand() throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize("{\"capabilities\": {}}");
      editor.notify("$/setTrace", json("{\"value\": \"messages\"}"));
      editor.request(
          "textDocument/hover",
          json(
              "{\"textDocument\": {\"uri\": \"file:///none\"}, \"position\": {\"line\": 0, \"character\": 0}}"));
      assertTrue(
          editor.awaitNotification("$/logTrace").get("message").getAsString().contains("hover"));
      editor.notify("$/setTrace", json("{\"value\": \"off\"}"));
      editor.request(
          "textDocument/hover",
          json(
              "{\"textDocument\": {\"uri\": \"file:///none\"}, \"position\": {\"line\": 0, \"character\": 0}}"));
      editor.shutdown();
    }
  }

  @Test
  void connectsToASocketOnWhichTheClientListens() throws IOException {
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Process process = FakeEditor.spawn(Map.of(), "--socket", "" + listener.getLocalPort());
      try (Socket socket = listener.accept();
          FakeEditor editor =
              FakeEditor.on(process, socket.getInputStream(), socket.getOutputStream())) {
        editor.initialize("{\"capabilities\": {}}");
        editor.shutdown();
        assertEquals(0, process.getInputStream().readAllBytes().length, "nothing on stdout");
      }
    }
  }

  @Test
  void saysWhatIsWrongWithItsArguments() throws IOException, InterruptedException {
    for (String[] args :
        new String[][] {{"--socket"}, {"--socket", "x"}, {"--socket=70000"}, {"--nonsense"}}) {
      Process process = FakeEditor.spawn(Map.of(), args);
      String errors = new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8);
      assertEquals(255, process.waitFor());
      assertTrue(errors.contains(args[0].replaceAll("=.*", "")), errors);
    }
  }

  @Test
  void theAnswerOfAServerThatIsNullIsSaidSo() throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize("{\"capabilities\": {}}");
      JsonObject answer = editor.answer(editor.send("shutdown", null));
      assertTrue(answer.has("result") && answer.get("result").isJsonNull());
      assertNull(answer.get("error"));
      editor.notify("exit", null);
      assertEquals(0, editor.awaitExit());
    }
  }
}
