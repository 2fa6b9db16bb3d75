package dev.enit.bench;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.enit.bench.BenchServer.Message;
import dev.enit.lsp.RequestCorpus.Question;
import java.io.IOException;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** An editor session on one document that asks for its diagnostics after every keystroke. */
final class EditorSession implements AutoCloseable {
  private final BenchServer server;
  private final Document document;
  private final double initialized;
  private int version = 1;
  private boolean digitIsIn;

  /** Starts a server that looks at no node, and waits for its answer to {@code initialize}. */
  EditorSession(List<String> command, Document document) throws IOException {
    this(command, document, false);
  }

  /**
   * Starts a server and waits for its answer to {@code initialize}.
   *
   * @param trusted whether it may look at nodes
   */
  EditorSession(List<String> command, Document document, boolean trusted) throws IOException {
    this.server = new BenchServer(command, document.root());
    this.document = document;
    String root = document.root().toUri().toString();
    int id =
        server.request(
            "initialize",
            json(
                """
                {"processId": %d, "rootUri": "%s", "workspaceFolders": [{"uri": "%s", "name": "b"}],
                 "initializationOptions": {"provideFormatter": true, "trusted": %s},
                 "capabilities": {"workspace": {"workspaceEdit": {"documentChanges": true}},
                   "textDocument": {"synchronization": {},
                   "codeAction": {"codeActionLiteralSupport": {}, "dataSupport": true,
                     "resolveSupport": {"properties": ["edit"]}},
                   "documentSymbol": {"hierarchicalDocumentSymbolSupport": true},
                   "diagnostic": {"dynamicRegistration": false, "relatedDocumentSupport": true},
                   "hover": {"contentFormat": ["markdown"]}}}}
                """
                    .formatted(ProcessHandle.current().pid(), root, root, trusted)));
    initialized = server.sinceSpawned(server.answer(id));
    server.notify("initialized", new JsonObject());
  }

  /** Milliseconds from the start of the process to the answer to {@code initialize}. */
  double initialized() {
    return initialized;
  }

  /** Sends settings that are a JSON object. */
  void settings(String settings) throws IOException {
    server.notify("workspace/didChangeConfiguration", json("{\"settings\": " + settings + "}"));
  }

  /** Opens the document; milliseconds from the start of the process to its diagnostics. */
  double open(int diagnostics) throws IOException {
    JsonObject opened = new JsonObject();
    opened.addProperty("uri", document.uri());
    opened.addProperty("languageId", document.language());
    opened.addProperty("version", version);
    opened.addProperty("text", document.text());
    JsonObject params = new JsonObject();
    params.add("textDocument", opened);
    server.notify("textDocument/didOpen", params);
    return server.sinceSpawned(diagnostics(diagnostics));
  }

  /**
   * Types one key in the middle; returns the milliseconds to the diagnostics of the text that it
   * makes.
   */
  double keystroke(int diagnostics) throws IOException {
    type();
    long typed = System.nanoTime();
    return (diagnostics(diagnostics).nanoTime() - typed) / 1e6;
  }

  /**
   * Types one key and sends every request of an editor after it; returns the milliseconds to the
   * answer of the last question. The others are answered when they are, as in an editor.
   */
  double keystroke(List<Question> others, Question last) throws IOException {
    type();
    for (Question other : others) {
      server.request(other.method(), other.params());
    }
    return ask(last);
  }

  private void type() throws IOException {
    int end = digitIsIn ? document.digit() + 1 : document.digit();
    String change =
        """
        {"textDocument": {"uri": "%s", "version": %d}, "contentChanges": [{"range":
          {"start": {"line": %d, "character": %d}, "end": {"line": %d, "character": %d}},
          "text": "%s"}]}
        """
            .formatted(
                document.uri(),
                ++version,
                document.line(),
                document.digit(),
                document.line(),
                end,
                digitIsIn ? "" : "7");
    digitIsIn = !digitIsIn;
    server.notify("textDocument/didChange", json(change));
  }

  /** Milliseconds of a hover over the key in the middle. */
  double hover() throws IOException {
    int id =
        server.request(
            "textDocument/hover",
            json(
                "{\"textDocument\": {\"uri\": \"%s\"}, \"position\": {\"line\": %d, \"character\": %d}}"
                    .formatted(document.uri(), document.line(), document.key())));
    long asked = System.nanoTime();
    Message answer = server.answer(id);
    if (answer.json().get("result").isJsonNull()) {
      throw new IllegalStateException("nothing to hover over in " + document.file());
    }
    return (answer.nanoTime() - asked) / 1e6;
  }

  /** Milliseconds of a request, whatever its answer is. */
  double ask(Question question) throws IOException {
    int id = server.request(question.method(), question.params());
    long asked = System.nanoTime();
    return (server.anyAnswer(id).nanoTime() - asked) / 1e6;
  }

  /** Returns the result of a request; {@code null} where it was refused. */
  @Nullable JsonElement result(Question question) throws IOException {
    int id = server.request(question.method(), question.params());
    return server.anyAnswer(id).json().get("result");
  }

  double memory() {
    return Memory.resident(server.process());
  }

  /** Asks for the diagnostics; there must be some, to prove that the file was read to its end. */
  private Message diagnostics(int atLeast) throws IOException {
    int id =
        server.request(
            "textDocument/diagnostic",
            json("{\"textDocument\": {\"uri\": \"" + document.uri() + "\"}}"));
    Message answer = server.answer(id);
    @Nullable JsonArray items = answer.json().getAsJsonObject("result").getAsJsonArray("items");
    if (items == null || items.size() < atLeast) {
      throw new IllegalStateException(
          "no diagnostics in " + document.file() + ": " + answer.json());
    }
    return answer;
  }

  private static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }

  @Override
  public void close() {
    server.close();
  }
}
