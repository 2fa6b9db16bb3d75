package dev.enit.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.enit.lsp.RequestCorpus.Question;
import dev.enit.lsp.RequestCorpus.Spot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** Tests parameters that the protocol does not allow, for every method in the table. */
class IllegalParametersTest {
  private static final int INVALID_PARAMS = -32602;
  private static final int INTERNAL_ERROR = -32603;
  private static final int WARNING = 2;
  private static final String TEXT = "{kernel, [{net_ticktime, 17}]}.\n{nowhere, [{size 1}]}.\n";
  private static final String CLIENT =
      "{\"textDocument\": {\"codeAction\": {\"codeActionLiteralSupport\": {\"codeActionKind\":"
          + " {\"valueSet\": [\"quickfix\"]}}, \"dataSupport\": true, \"resolveSupport\":"
          + " {\"properties\": [\"edit\"]}}, \"diagnostic\": {\"relatedDocumentSupport\": true}}}";

  @TempDir private Path folder;
  private String uri = "";
  private InProcessServer server = InProcessServer.connect((_, _) -> {});
  private final Queue<JsonObject> logged = new ConcurrentLinkedQueue<>();

  @BeforeEach
  void start() throws IOException {
    server.close();
    Path root = folder.toRealPath();
    Path release = Files.createDirectories(root.resolve("var/lib/enit/web"));
    Files.writeString(
        release.resolve("release.enit"),
        "{release, web, [{vsn, \"1\"}, {applications, [kernel, stdlib]}]}.\n");
    Path layer = Files.createDirectories(root.resolve("etc/enit/web")).resolve("user.config");
    uri = "file://" + layer;
    JsonObject capabilities = JsonParser.parseString(CLIENT).getAsJsonObject();
    server =
        InProcessServer.start(
            RequestCorpus.initialize(capabilities, List.of("file://" + root)), this::hear);
    server.open(uri, TEXT);
  }

  private void hear(InProcessServer from, JsonObject message) {
    if (message.get("method").getAsString().equals("window/logMessage")) {
      logged.add(message.getAsJsonObject("params"));
    }
  }

  @AfterEach
  void stop() {
    server.close();
  }

  private static List<String> notifications() {
    return Methods.ALL.types().keySet().stream()
        .filter(name -> Methods.ALL.get(name) instanceof Method.Notification<?>)
        .sorted()
        .toList();
  }

  private static List<String> requests() {
    return RequestCorpus.methods();
  }

  @ParameterizedTest
  @MethodSource("requests")
  void aRequestIsAnsweredWithoutAnInternalError(String method) {
    String hover = hover();
    for (JsonObject sample : samples(method)) {
      List<JsonElement> variants = new ArrayList<>();
      SampleParameters.variants(sample, variants::add);
      List<Integer> ids = variants.stream().map(one -> server.send(method, one)).toList();
      for (int i = 0; i < ids.size(); i++) {
        JsonObject answer = server.answer(ids.get(i));
        assertNotEquals(INTERNAL_ERROR, code(answer), variants.get(i) + ": " + answer);
      }
      assertEquals(INVALID_PARAMS, code(server.request(method, null)));
    }
    assertEquals(hover, hover());
    assertEquals("", server.errors());
  }

  @ParameterizedTest
  @MethodSource("notifications")
  void aNotificationIsTakenOrLoggedAsAWarning(String method) {
    String hover = hover();
    JsonObject sample = new JsonObject();
    if (new SampleParameters(uri).of(type(method)) instanceof JsonObject object) {
      sample = object;
    }
    List<JsonElement> variants = new ArrayList<>();
    SampleParameters.variants(sample, variants::add);
    for (JsonElement variant : variants) {
      server.notify(method, variant);
    }
    server.open(uri, TEXT);
    assertEquals(hover, hover());
    assertEquals("", server.errors());
    for (JsonObject message : logged) {
      assertEquals(WARNING, message.get("type").getAsInt(), message::toString);
    }
  }

  @Test
  void aRequestIsToldWhatItLacks() {
    JsonObject params = RequestCorpus.of("textDocument/inlayHint", Spot.at(uri, 0, 0)).params();
    params.getAsJsonObject("range").remove("end");
    JsonObject answer = server.request("textDocument/inlayHint", params);
    assertEquals(INVALID_PARAMS, code(answer));
    assertEquals(
        "The parameters lack `range.end`.",
        answer.getAsJsonObject("error").get("message").getAsString());
  }

  @Test
  void aChangeWithoutTextIsLoggedOnceAndChangesNothing() {
    String hover = hover();
    for (int version = 2; version < 12; version++) {
      server.notify(
          "textDocument/didChange",
          JsonParser.parseString(
              """
              {"textDocument": {"uri": "%s", "version": %d}, "contentChanges": [
                {"text": "x", "range":
                  {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 9}}},
                {"range":
                  {"start": {"line": 0, "character": 0}, "end": {"line": 0, "character": 0}}}]}
              """
                  .formatted(uri, version)));
    }
    assertEquals(hover, hover());
    assertEquals(
        List.of("textDocument/didChange: The parameters lack `contentChanges[].text`."),
        logged.stream().map(message -> message.get("message").getAsString()).toList());
  }

  @Test
  void aSessionBeginsWhateverTheClientSaysOfItself() {
    JsonObject capabilities =
        JsonParser.parseString(
                "{\"general\": {\"positionEncodings\": [\"utf-16\"]}, \"textDocument\":"
                    + " {\"diagnostic\": {}}}")
            .getAsJsonObject();
    JsonObject said = RequestCorpus.initialize(capabilities, List.of(uri));
    said.addProperty("trace", "verbose");
    said.addProperty("locale", "en");
    List<JsonElement> variants = new ArrayList<>();
    SampleParameters.variants(said, variants::add);
    for (JsonElement variant : variants) {
      try (InProcessServer other = InProcessServer.connect((_, _) -> {})) {
        int code = code(other.request("initialize", variant));
        if (code != 0) {
          assertEquals(INVALID_PARAMS, code, variant::toString);
          continue;
        }
        other.notify("initialized", new JsonObject());
        other.open(uri, TEXT);
        Question question = RequestCorpus.of("textDocument/foldingRange", Spot.at(uri, 0, 15));
        JsonObject folds = other.request(question.method(), question.params());
        assertEquals("[]", String.valueOf(folds.get("result")), variant::toString);
        assertEquals("", other.errors(), variant::toString);
      }
    }
  }

  private static Class<?> type(String method) {
    Method known = Methods.ALL.get(method);
    return known == null ? Object.class : known.params();
  }

  /** Well-formed parameters, with all that their type has; those of commands, each. */
  private List<JsonObject> samples(String method) {
    List<Question> questions = new ArrayList<>(RequestCorpus.about(new Spot(uri, 0, 15, 1, 20)));
    if (RequestCorpus.takesAnAnswer(method)) {
      for (Question question : RequestCorpus.about(new Spot(uri, 0, 2, 1, 20))) {
        JsonElement result = server.request(question.method(), question.params()).get("result");
        questions.addAll(RequestCorpus.following(question, result, 1));
      }
    }
    List<JsonObject> samples = new ArrayList<>();
    for (Question question : questions) {
      if (question.method().equals(method)
          && new SampleParameters(uri).of(type(method)) instanceof JsonObject sample) {
        question.params().entrySet().stream()
            .filter(member -> sample.has(member.getKey()) || sample.isEmpty())
            .toList()
            .forEach(member -> sample.add(member.getKey(), member.getValue()));
        samples.add(sample);
      }
    }
    assertNotEquals(List.of(), samples, method);
    return samples;
  }

  private String hover() {
    Question question = RequestCorpus.of("textDocument/hover", Spot.at(uri, 0, 15));
    JsonElement result = server.request(question.method(), question.params()).get("result");
    assertTrue(String.valueOf(result).contains("net_ticktime"), () -> "no hover: " + result);
    return String.valueOf(result);
  }

  /** Returns the code of the error, 0 for none. */
  private static int code(JsonObject answer) {
    return answer.get("error") instanceof JsonObject error ? error.get("code").getAsInt() : 0;
  }
}
