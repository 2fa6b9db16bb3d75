package dev.enit.lsp.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.enit.lsp.InProcessServer;
import dev.enit.lsp.RequestCorpus;
import dev.enit.lsp.RequestCorpus.Question;
import dev.enit.lsp.RequestCorpus.Spot;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** Tests requests and notifications in an unexpected order. */
class RequestOrderTest {
  private static final int NOT_INITIALIZED = -32002;
  private static final int INVALID_REQUEST = -32600;
  private static final int INTERNAL_ERROR = -32603;
  private static final String URI = "file:///srv/var/lib/enit/web/release.enit";
  private static final String TEXT = "{release, web, [{vsn, \"1\"}, {applications, [shop]}]}.";

  @Test
  void beforeInitializeEveryRequestIsRefusedAndEveryNotificationPassedOver() {
    try (InProcessServer server = InProcessServer.connect((_, _) -> {})) {
      notifications().forEach(note -> server.notify(note.method(), note.params()));
      for (Question question : questions()) {
        assertEquals(NOT_INITIALIZED, error(server, question), question.method());
      }
      server.request("initialize", RequestCorpus.initialize(new JsonObject(), List.of()));
      assertEquals(
          "[]", ask(server, "textDocument/documentSymbol").toString(), "nothing was opened");
      assertEquals("", server.errors());
    }
  }

  @Test
  void beforeInitializedEveryRequestIsAnswered() {
    try (InProcessServer server = InProcessServer.connect((_, _) -> {})) {
      server.request("initialize", RequestCorpus.initialize(new JsonObject(), List.of()));
      server.open(URI, TEXT);
      for (Question question : questions()) {
        assertNotEquals(INTERNAL_ERROR, error(server, question), question.method());
      }
      assertEquals("", server.errors());
    }
  }

  @Test
  void afterShutdownEveryRequestIsRefusedAndTheServerStillGoes() {
    try (InProcessServer server = started()) {
      server.open(URI, TEXT);
      server.request("shutdown", null);
      notifications().forEach(note -> server.notify(note.method(), note.params()));
      for (Question question : questions()) {
        assertEquals(INVALID_REQUEST, error(server, question), question.method());
      }
      server.notify("exit", null);
      server.awaitEnd();
      assertEquals("", server.errors());
    }
  }

  @Test
  void inAnyOrderEverythingIsAnsweredAndNothingFails() {
    for (int seed = 0; seed < 20; seed++) {
      List<Question> messages = new ArrayList<>(questions());
      messages.addAll(notifications());
      Collections.shuffle(messages, new Random(seed));
      try (InProcessServer server = started()) {
        for (Question message : messages) {
          if (RequestCorpus.methods().contains(message.method())) {
            assertNotEquals(INTERNAL_ERROR, error(server, message), message.method());
          } else {
            server.notify(message.method(), message.params());
          }
        }
        server.settle();
        assertEquals("", server.errors(), "seed " + seed);
      }
    }
  }

  @Test
  void messagesThatBelongToNothingEndNothing() {
    try (InProcessServer server = started()) {
      for (String odd :
          List.of(
              "{\"method\": \"$/cancelRequest\", \"params\": {}}",
              "{\"method\": \"$/cancelRequest\", \"params\": {\"id\": null}}",
              "{\"method\": \"$/cancelRequest\", \"params\": {\"id\": [1]}}",
              "{\"method\": \"$/cancelRequest\"}",
              "{\"method\": \"$/cancelRequest\", \"params\": null}",
              "{\"method\": \"$/progress\", \"params\": {\"token\": null}}",
              "{\"id\": null, \"result\": null}",
              "{\"id\": null, \"error\": {\"code\": 1, \"message\": \"m\"}}",
              "{\"id\": 4711, \"result\": 1}",
              "{\"id\": \"enit-none\", \"error\": null}",
              "{\"id\": {}, \"result\": 1}",
              "{\"id\": null, \"method\": \"textDocument/hover\", \"params\": {}}",
              "{\"id\": [], \"method\": \"textDocument/hover\", \"params\": {}}",
              "{\"id\": 1e99, \"method\": \"textDocument/hover\", \"params\": {}}",
              "{\"id\": 99999999999999999999, \"method\": \"shutdown\"}",
              "{\"id\": true, \"method\": \"textDocument/hover\"}",
              "{\"method\": null}",
              "{\"method\": 1, \"id\": 7777}",
              "{\"method\": {}}",
              "{}",
              "null",
              "1",
              "\"text\"")) {
        server.sendBody(odd);
        assertEquals("[]", ask(server, "textDocument/documentSymbol").toString(), odd);
      }
      assertEquals("", server.errors());
    }
  }

  /** Returns the notifications of a client that miscounts its open documents. */
  private static List<Question> notifications() {
    String document =
        "\"textDocument\": {\"uri\": \"%s\", \"version\": 7, \"languageId\": \"enit\", \"text\": \"{release\"}"
            .formatted(URI);
    String change =
        "\"contentChanges\": [{\"range\": {\"start\": {\"line\": 9, \"character\": 9},"
            + " \"end\": {\"line\": 0, \"character\": 3}}, \"text\": \"x\"}]";
    return List.of(
        note("initialized", ""),
        note("textDocument/didOpen", document),
        note("textDocument/didOpen", document),
        note("textDocument/didChange", document + ", " + change),
        note("textDocument/didChange", document + ", \"contentChanges\": []"),
        note("textDocument/didSave", document),
        note("textDocument/didClose", document),
        note("textDocument/didClose", document),
        note("workspace/didChangeConfiguration", "\"settings\": null"),
        note(
            "workspace/didChangeWatchedFiles",
            "\"changes\": [{\"uri\": \"%s\", \"type\": 3}]".formatted(URI)),
        note(
            "workspace/didChangeWorkspaceFolders",
            "\"event\": {\"added\": [], \"removed\": [{\"uri\": \"file:///no\", \"name\":"
                + " \"n\"}]}"),
        note("$/cancelRequest", "\"id\": 1"),
        note("$/setTrace", "\"value\": \"off\""));
  }

  private static Question note(String method, String params) {
    return new Question(method, JsonParser.parseString("{" + params + "}").getAsJsonObject());
  }

  /** Also those that take what another request would have answered. */
  private static List<Question> questions() {
    Spot spot = Spot.at(URI, 0, 12);
    List<Question> questions = new ArrayList<>(RequestCorpus.about(spot));
    for (String method : RequestCorpus.methods()) {
      if (RequestCorpus.takesAnAnswer(method)) {
        questions.add(RequestCorpus.of(method, spot));
        questions.add(new Question(method, new JsonObject()));
      }
    }
    return questions;
  }

  private static InProcessServer started() {
    return InProcessServer.start(
        RequestCorpus.initialize(new JsonObject(), List.of("file:///srv")), (_, _) -> {});
  }

  private static Object ask(InProcessServer server, String method) {
    Question question = RequestCorpus.of(method, Spot.at(URI, 0, 12));
    return server.request(method, question.params()).get("result");
  }

  /** Returns the code of the error, 0 for none. */
  private static int error(InProcessServer server, Question question) {
    JsonObject answer = server.request(question.method(), question.params());
    return answer.get("error") instanceof JsonObject error ? error.get("code").getAsInt() : 0;
  }
}
