package dev.enit.lsp.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.enit.core.CaseTree;
import dev.enit.lsp.InProcessServer;
import dev.enit.lsp.RequestCorpus;
import dev.enit.lsp.RequestCorpus.Question;
import dev.enit.lsp.RequestCorpus.Spot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.ConcurrentSkipListSet;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests faulty disks and clients. */
class FaultyDiskAndClientTest {
  private static final int INTERNAL_ERROR = -32603;
  private static final String LAYER = "{shop, [{size, 2}]}.\n{node, [{cookie, \"c\"}]}.\n";

  /** A client that can be asked everything. */
  private static final String ABLE =
      """
      {"workspace": {"configuration": true,
         "didChangeConfiguration": {"dynamicRegistration": true},
         "didChangeWatchedFiles": {"dynamicRegistration": true, "relativePatternSupport": true},
         "diagnostics": {"refreshSupport": true}, "inlayHint": {"refreshSupport": true},
         "codeLens": {"refreshSupport": true}, "semanticTokens": {"refreshSupport": true},
         "textDocumentContent": {}},
       "textDocument": {"diagnostic": {}},
       "window": {"showDocument": {"support": true}, "workDoneProgress": true}}
      """;

  @TempDir private Path temporary;
  private Path folder = Path.of("");

  @BeforeEach
  void makeTree() throws IOException {
    folder = temporary.toRealPath();
    write(
        "enit.config",
        "{otp, \"%1$s/otp\"}.\n{lib_dirs, [\"%1$s/lib\"]}.\n".formatted(CaseTree.INSTALLED));
    write(
        "var/lib/enit/web/release.enit", "{release, web, [{vsn, \"1\"}, {applications, [shop]}]}.");
    write("var/lib/enit/web/a.config", "{shop, [{size, 1}]}.");
    write("etc/enit/web/user.config", LAYER);
  }

  @Test
  void filesThatVanishUnseenFailNothing() throws IOException {
    try (InProcessServer server = start("{}")) {
      String uri = open(server);
      Files.delete(folder.resolve("var/lib/enit/web/a.config"));
      askAll(server, uri);
      Files.delete(folder.resolve("var/lib/enit/web/release.enit"));
      askAll(server, uri);
      server.notify("textDocument/didSave", document(uri));
      server.closeDocument(uri);
      askAll(server, uri);
      deleteTree(folder.resolve("etc"));
      deleteTree(folder.resolve("var"));
      deleteTree(folder.resolve("enit.config"));
      askAll(server, open(server));
      assertQuiet(server);
    }
  }

  @Test
  void aReleaseThatVanishedIsNoneAndOneThatComesBackIsOne() throws IOException {
    try (InProcessServer server = start("{}")) {
      String uri = open(server);
      assertEquals(2, references(server, uri));
      deleteTree(folder.resolve("var"));
      tell(
          server,
          3,
          "var/lib/enit/web/a.config",
          "var/lib/enit/web",
          "var/lib/enit",
          "var/lib/enit/web/release.enit");
      assertEquals(1, references(server, uri));
      makeTree();
      tell(server, 1, "var/lib/enit/web/release.enit", "var/lib/enit/web/a.config");
      assertEquals(2, references(server, uri));
      assertQuiet(server);
    }
  }

  @Test
  void aFolderOfThousandsOfFilesWithoutAReleaseIsLookedAtOnce() throws IOException {
    Path many = Files.createDirectories(folder.resolve("many"));
    for (int i = 0; i < 10_000; i++) {
      Path one =
          i % 4 == 0
              ? Files.createDirectory(many.resolve("d" + i)).resolve("x.config")
              : many.resolve("f" + i + ".txt");
      Files.createFile(one);
    }
    JsonObject params = RequestCorpus.initialize(new JsonObject(), List.of("file://" + many));
    try (InProcessServer server = InProcessServer.start(params, (_, _) -> {})) {
      String uri = "file://" + many.resolve("alone.config");
      server.open(uri, LAYER);
      askAll(server, uri);
      assertEquals(1, references(server, uri));
      assertQuiet(server);
    }
  }

  @Test
  void aThousandRequestsCancelledAtOnceAreAllAnswered() {
    try (InProcessServer server = start("{}")) {
      String uri = open(server);
      List<Question> questions = RequestCorpus.about(Spot.at(uri, 0, 10));
      int first = 0;
      for (int i = 0; i < 1000; i++) {
        Question question = questions.get(i % questions.size());
        int id = server.send(question.method(), question.params());
        first = i == 0 ? id : first;
      }
      for (int id = first + 999; id >= first; id--) {
        server.cancel(id);
      }
      for (int id = first; id < first + 1000; id++) {
        JsonObject answer = server.answer(id);
        int code =
            answer.get("error") instanceof JsonObject error ? error.get("code").getAsInt() : 0;
        assertTrue(code != INTERNAL_ERROR, answer::toString);
      }
      askAll(server, uri);
      assertQuiet(server);
    }
  }

  @Test
  void aClientThatNeverAnswersGetsEveryAnswer() throws IOException {
    Set<String> asked = new ConcurrentSkipListSet<>();
    JsonObject capabilities = JsonParser.parseString(ABLE).getAsJsonObject();
    JsonObject params = RequestCorpus.initialize(capabilities, List.of("file://" + folder));
    try (InProcessServer server =
        InProcessServer.start(
            params, (_, message) -> asked.add(message.get("method").getAsString()))) {
      String uri = open(server);
      askAll(server, uri);
      for (int i = 0; i < 20; i++) {
        write("etc/enit/web/z.config", "{shop, [{size, %d}]}. oops".formatted(i));
        tell(server, 2, "etc/enit/web/z.config");
        server.notify(
            "workspace/didChangeConfiguration", JsonParser.parseString("{\"settings\": null}"));
        server.settle();
        assertEquals(3, references(server, uri));
      }
      askAll(server, uri);
      Set<String> expected =
          new TreeSet<>(
              Set.of(
                  "client/registerCapability",
                  "workspace/configuration",
                  "workspace/diagnostic/refresh",
                  "workspace/inlayHint/refresh",
                  "workspace/textDocumentContent/refresh",
                  "window/showDocument"));
      expected.removeAll(asked);
      assertEquals(Set.of(), expected, "what the server would have asked");
      assertQuiet(server);
    }
  }

  private InProcessServer start(String capabilities) {
    JsonObject params =
        RequestCorpus.initialize(
            JsonParser.parseString(capabilities).getAsJsonObject(), List.of("file://" + folder));
    return InProcessServer.start(params, (_, _) -> {});
  }

  private String open(InProcessServer server) {
    String uri = "file://" + folder.resolve("etc/enit/web/user.config");
    server.open(uri, LAYER);
    return uri;
  }

  private static void askAll(InProcessServer server, String uri) {
    for (Question question : RequestCorpus.about(Spot.at(uri, 0, 10))) {
      JsonObject answer = server.request(question.method(), question.params());
      assertNotEquals(
          INTERNAL_ERROR, error(answer), () -> question + ": " + answer + server.errors());
      for (Question next : RequestCorpus.following(question, answer.get("result"), 3)) {
        JsonObject more = server.request(next.method(), next.params());
        assertNotEquals(INTERNAL_ERROR, error(more), () -> next + ": " + more + server.errors());
      }
    }
  }

  private static int error(JsonObject answer) {
    return answer.get("error") instanceof JsonObject error ? error.get("code").getAsInt() : 0;
  }

  private static int references(InProcessServer server, String uri) {
    Question question = RequestCorpus.of("textDocument/references", Spot.at(uri, 0, 10));
    question.params().getAsJsonObject("context").addProperty("includeDeclaration", false);
    return server.request(question.method(), question.params()).getAsJsonArray("result").size();
  }

  private static void assertQuiet(InProcessServer server) {
    server.settle();
    assertEquals("", server.errors());
  }

  private void tell(InProcessServer server, int type, String... paths) {
    StringBuilder changes = new StringBuilder();
    for (String path : paths) {
      changes
          .append(changes.isEmpty() ? "" : ", ")
          .append("{\"uri\": \"file://%s\", \"type\": %d}".formatted(folder.resolve(path), type));
    }
    server.notify(
        "workspace/didChangeWatchedFiles",
        JsonParser.parseString("{\"changes\": [" + changes + "]}"));
  }

  private static JsonObject document(String uri) {
    return JsonParser.parseString("{\"textDocument\": {\"uri\": \"%s\"}}".formatted(uri))
        .getAsJsonObject();
  }

  private void write(String path, String text) throws IOException {
    Path file = folder.resolve(path);
    Files.createDirectories(file.getParent());
    Files.writeString(file, text);
  }

  private static void deleteTree(Path path) throws IOException {
    try (var below = Files.walk(path)) {
      for (Path one : below.sorted(java.util.Comparator.reverseOrder()).toList()) {
        Files.delete(one);
      }
    }
  }
}
