package dev.enit.lsp.sequence;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.enit.lsp.InProcessServer;
import dev.enit.lsp.RequestCorpus;
import dev.enit.lsp.RequestCorpus.Question;
import dev.enit.lsp.RequestCorpus.Spot;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Random;
import java.util.Set;
import java.util.TreeMap;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * An editor with its server. It shows what it was told, and asks again only when it has to: for a
 * document that it opened or edited itself, and when the server says so.
 */
final class SequenceEditor implements AutoCloseable {
  private static final String DIAGNOSTIC = "textDocument/diagnostic";
  private static final String HINTS = "textDocument/inlayHint";
  private static final String CONTENT = "workspace/textDocumentContent";
  private static final String DELTA = "textDocument/semanticTokens/full/delta";

  private final InProcessServer server;
  private final SessionState world;
  private final boolean pulls;
  private final Map<String, String> pushed = new ConcurrentHashMap<>();
  private final Map<Shown, JsonElement> shown = new ConcurrentHashMap<>();
  private final Set<Shown> stale = ConcurrentHashMap.newKeySet();
  private final Map<String, Tokens> tokens = new ConcurrentHashMap<>();

  /** The shown state of a document. */
  record Shown(String method, String uri) {}

  private record Tokens(String id, List<JsonElement> data) {}

  private SequenceEditor(SessionState world, boolean pulls) {
    this.world = world;
    this.pulls = pulls;
    String json =
        """
        {"workspace": {"configuration": true,
           "didChangeWatchedFiles": {"dynamicRegistration": true, "relativePatternSupport": true},
           "inlayHint": {"refreshSupport": true}, "textDocumentContent": {},
           "workspaceEdit": {"documentChanges": true, "resourceOperations": ["create", "rename"]}
           %s},
         "textDocument": {"completion": {"completionItem": {"snippetSupport": true}},
           "codeAction": {"codeActionLiteralSupport": {}, "dataSupport": true,
             "resolveSupport": {"properties": ["edit"]}},
           "documentSymbol": {"hierarchicalDocumentSymbolSupport": true},
           "publishDiagnostics": {"versionSupport": true, "relatedInformation": true}
           %s}}
        """
            .formatted(
                pulls ? ", \"diagnostics\": {\"refreshSupport\": true}" : "",
                pulls ? ", \"diagnostic\": {}" : "");
    JsonObject capabilities = JsonParser.parseString(json).getAsJsonObject();
    List<String> folders = world.folder ? List.of(SessionState.uri(world.root)) : List.of();
    server =
        InProcessServer.start(
            RequestCorpus.initialize(capabilities, folders),
            (speaker, message) -> hear(speaker, message));
  }

  /** Returns an editor whose server knows only the state of the session. */
  static SequenceEditor fresh(SessionState world, boolean pulls, Random random) {
    SequenceEditor editor = new SequenceEditor(world, pulls);
    List<String> documents = new ArrayList<>(world.open.keySet());
    java.util.Collections.shuffle(documents, random);
    for (String uri : documents) {
      SessionState.Document document = Objects.requireNonNull(world.open.get(uri));
      editor.opened(uri, document);
    }
    return editor;
  }

  InProcessServer server() {
    return server;
  }

  private void hear(InProcessServer speaker, JsonObject message) {
    String method = message.get("method").getAsString();
    switch (method) {
      case "workspace/configuration" -> {
        JsonArray answers = new JsonArray();
        answers.add(world.settings.deepCopy());
        speaker.respond(message, answers);
        return;
      }
      case "textDocument/publishDiagnostics" -> {
        JsonObject params = message.getAsJsonObject("params");
        pushed.put(
            params.get("uri").getAsString(),
            params.get("version") + " " + params.get("diagnostics"));
      }
      case "workspace/diagnostic/refresh" -> allStale(DIAGNOSTIC);
      case "workspace/inlayHint/refresh" -> allStale(HINTS);
      case "workspace/textDocumentContent/refresh" ->
          stale.add(new Shown(CONTENT, message.getAsJsonObject("params").get("uri").getAsString()));
      default -> {}
    }
    if (message.has("id")) {
      speaker.respond(message);
    }
  }

  private void allStale(String method) {
    shown.keySet().stream().filter(one -> one.method().equals(method)).forEach(stale::add);
  }

  // Actions of the client.

  void opened(String uri, SessionState.Document document) {
    server.open(uri, document.version(), document.text());
    own(uri);
  }

  /** Changes, each as JSON. */
  void edited(String uri, int version, JsonArray changes) {
    JsonObject document = new JsonObject();
    document.addProperty("uri", uri);
    document.addProperty("version", version);
    JsonObject params = new JsonObject();
    params.add("textDocument", document);
    params.add("contentChanges", changes);
    server.notify("textDocument/didChange", params);
    own(uri);
  }

  void closed(String uri) {
    server.closeDocument(uri);
    stale.removeIf(one -> one.uri().equals(uri));
    shown.keySet().removeIf(one -> one.uri().equals(uri));
    tokens.remove(uri);
  }

  /** The document that enit makes of the release of a file is shown from now on. */
  void show(String virtual) {
    stale.add(new Shown(CONTENT, virtual));
  }

  private void own(String uri) {
    stale.add(new Shown(HINTS, uri));
    if (pulls) {
      stale.add(new Shown(DIAGNOSTIC, uri));
    }
  }

  /** Waits until the server has nothing to do, and shows what it asked the client to. */
  void settle() {
    server.settle();
    while (!stale.isEmpty()) {
      for (Shown one : Set.copyOf(stale)) {
        stale.remove(one);
        JsonElement answer = ask(one);
        boolean unchanged =
            answer instanceof JsonObject report
                && "\"unchanged\"".equals(String.valueOf(report.get("kind")));
        if (!unchanged) {
          shown.put(one, answer);
        }
      }
      server.settle();
    }
  }

  private JsonElement ask(Shown one) {
    Question question = RequestCorpus.of(one.method(), new Spot(one.uri(), 0, 0, 1 << 20, 0));
    if (one.method().equals(CONTENT)) {
      question.params().addProperty("uri", one.uri());
    }
    if (shown.get(one) instanceof JsonObject before && before.has("resultId")) {
      question.params().add("previousResultId", before.get("resultId"));
    }
    return result(server.request(question.method(), question.params()));
  }

  /** Returns the result, or the error as text. */
  static JsonElement result(JsonObject answer) {
    return answer.has("error") ? answer.get("error") : answer.get("result");
  }

  // Views.

  /** Everything that is shown by name, as it must be whatever happened before. */
  Map<String, String> screen() {
    Map<String, String> screen = new TreeMap<>();
    if (!pulls) {
      pushed.forEach(
          (uri, diagnostics) -> {
            if (!diagnostics.endsWith(" []")) {
              screen.put("diagnostics of " + uri, diagnostics);
            }
          });
    }
    for (Map.Entry<Shown, JsonElement> one : shown.entrySet()) {
      screen.put(one.getKey().method() + " " + one.getKey().uri(), one.getValue().toString());
    }
    for (String uri : world.open.keySet()) {
      screen.put("tokens of " + uri, tokens(uri).toString());
    }
    return screen;
  }

  /** Returns what a fresh editor is to show that shall show the same. */
  Set<String> virtual() {
    Set<String> uris = new HashSet<>();
    shown.keySet().stream()
        .filter(one -> one.method().equals(CONTENT))
        .forEach(one -> uris.add(one.uri()));
    return uris;
  }

  /** Returns the tokens of a document by what has changed since they were asked for last. */
  private List<JsonElement> tokens(String uri) {
    @Nullable Tokens before = tokens.get(uri);
    Question question = RequestCorpus.of(DELTA, Spot.at(uri, 0, 0));
    question.params().addProperty("previousResultId", before == null ? "none" : before.id());
    JsonElement result = result(server.request(DELTA, question.params()));
    if (!(result instanceof JsonObject object) || !object.has("resultId")) {
      return List.of(result == null ? JsonNull.INSTANCE : result);
    }
    List<JsonElement> data = new ArrayList<>();
    if (object.has("data")) {
      data.addAll(object.getAsJsonArray("data").asList());
    } else if (before != null) {
      data.addAll(before.data());
      for (JsonElement element : object.getAsJsonArray("edits")) {
        JsonObject edit = element.getAsJsonObject();
        int start = edit.get("start").getAsInt();
        data.subList(start, start + edit.get("deleteCount").getAsInt()).clear();
        data.addAll(start, edit.has("data") ? edit.getAsJsonArray("data").asList() : List.of());
      }
    }
    tokens.put(uri, new Tokens(object.get("resultId").getAsString(), data));
    return data;
  }

  @Override
  public void close() {
    server.close();
  }
}
