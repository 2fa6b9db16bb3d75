package dev.enit.lsp.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.enit.lsp.InProcessServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests requests that no editor should send, and random texts. */
class RobustnessTest {
  private static final int INTERNAL_ERROR = -32603;
  private static final List<String> METHODS =
      List.of(
          "textDocument/definition",
          "textDocument/declaration",
          "textDocument/references",
          "textDocument/documentHighlight",
          "textDocument/documentSymbol",
          "textDocument/documentLink",
          "textDocument/foldingRange",
          "textDocument/selectionRange",
          "textDocument/prepareCallHierarchy",
          "textDocument/prepareRename",
          "textDocument/rename");
  private static final String TEXT =
      "%% 🦊\r\n{shop, [{'🦊 k', \"/usr\"},\t{a, #{b => <<\"c\">>, d => [1|2]}}]}.\n"
          + "{extension, m, [{applications, [shop]}]}.\n{node, [{nodename, \"web@h\"}]}.\r";

  @TempDir private Path folder;

  @Test
  void everyPositionOfBrokenTextHasAnAnswer() throws IOException {
    write(
        "var/lib/enit/web/release.enit", "{release, web, [{vsn, \"1\"}, {applications, [shop]}]}.");
    String uri = "file://" + folder.resolve("etc/enit/web/user.config");
    try (InProcessServer server = InProcessServer.start(new JsonObject())) {
      for (int length = 0; length <= TEXT.length(); length += 7) {
        server.open(uri, TEXT.substring(0, length));
        for (String method : METHODS) {
          for (int line = 0; line < 4; line++) {
            ask(server, method, uri, line, length % 40);
          }
        }
      }
      assertEquals("", server.errors());
    }
  }

  @Test
  void positionsOutsideAndFilesThatAreNotThereHaveNoAnswer() throws IOException {
    Path file = write("etc/enit/web/user.config", TEXT);
    try (InProcessServer server = InProcessServer.start(new JsonObject())) {
      server.open("file://" + file, TEXT);
      server.open("untitled:Untitled-1", TEXT);
      for (String method : METHODS) {
        ask(server, method, "file://" + file, 1 << 30, 1 << 30);
        ask(server, method, "file://" + file, -1, -1);
        ask(server, method, "untitled:Untitled-1", 1, 10);
        ask(server, method, "git:/some/user.config", 0, 0);
        assertIsNothing(ask(server, method, "file:///no/such/user.config", 0, 0), method);
      }
      assertEquals("", server.errors());
    }
  }

  @Test
  void aFileThatVanishesIsNoReferenceAnyMore() throws IOException {
    write("var/lib/enit/web/release.enit", "{release, web, []}.");
    Path other = write("var/lib/enit/web/a.config", "{shop, [{size, 1}]}.");
    String uri = "file://" + folder.resolve("etc/enit/web/user.config");
    try (InProcessServer server = InProcessServer.start(new JsonObject())) {
      server.open(uri, "{shop, [{size, 2}]}.");
      assertEquals(2, ask(server, "textDocument/references", uri, 0, 10).getAsJsonArray().size());
      Files.delete(other);
      server.notify(
          "workspace/didChangeWatchedFiles",
          JsonParser.parseString(
              "{\"changes\": [{\"type\": 3, \"uri\": \"file://%s\"}]}".formatted(other)));
      assertEquals(1, ask(server, "textDocument/references", uri, 0, 10).getAsJsonArray().size());
    }
  }

  @Test
  void columnsAreCountedAsTheClientDoes() throws IOException {
    write("var/lib/enit/web/release.enit", "{release, web, []}.");
    String uri = "file://" + folder.resolve("etc/enit/web/user.config");
    JsonObject utf8 =
        JsonParser.parseString("{\"general\": {\"positionEncodings\": [\"utf-8\"]}}")
            .getAsJsonObject();
    try (InProcessServer server = InProcessServer.start(utf8)) {
      server.open(uri, "{shop, [{a, \"🦊å\"}, {size, 2}]}.");
      JsonArray found = ask(server, "textDocument/references", uri, 0, 25).getAsJsonArray();
      assertEquals(
          "{\"start\":{\"line\":0,\"character\":24},\"end\":{\"line\":0,\"character\":28}}",
          found.get(0).getAsJsonObject().get("range").toString());
    }
  }

  private static void assertIsNothing(JsonElement result, String method) {
    boolean empty = result.isJsonNull() || (result instanceof JsonArray array && array.isEmpty());
    assertFalse(!empty, () -> method + " of an unknown file: " + result);
  }

  private static JsonElement ask(
      InProcessServer server, String method, String uri, int line, int character) {
    JsonObject params =
        JsonParser.parseString(
                """
                {"textDocument": {"uri": "%s"}, "newName": "other",
                 "context": {"includeDeclaration": true},
                 "position": {"line": %d, "character": %d},
                 "positions": [{"line": %d, "character": %d}]}
                """
                    .formatted(uri, line, character, line, character))
            .getAsJsonObject();
    JsonObject answer = server.request(method, params);
    if (answer.get("error") instanceof JsonObject error) {
      assertNotEquals(INTERNAL_ERROR, error.get("code").getAsInt(), () -> method + ": " + error);
      return com.google.gson.JsonNull.INSTANCE;
    }
    return answer.get("result");
  }

  private Path write(String path, String text) throws IOException {
    Path file = folder.toRealPath().resolve(path);
    Files.createDirectories(file.getParent());
    return Files.writeString(file, text);
  }
}
