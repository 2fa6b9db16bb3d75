package dev.enit.lsp.action;

import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.enit.lsp.InProcessServer;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An editor and its user: commands go out, progress and messages come in, and questions are
 * answered as the test says.
 */
final class ActingClient implements AutoCloseable {
  /** One that has everything that actions can use. */
  static final String ALL =
      "{\"window\": {\"workDoneProgress\": true, \"showDocument\": {\"support\": true}},"
          + " \"workspace\": {\"applyEdit\": true, \"workspaceEdit\": {\"documentChanges\":"
          + " true}}, \"textDocument\": {\"hover\": {\"contentFormat\": [\"markdown\"]}},"
          + " \"experimental\": {\"enit\": true}}";

  /** Nothing takes this long; it only bounds a failing test. */
  private static final long DEADLINE = 60;

  private final InProcessServer server;
  private final BlockingQueue<JsonObject> heard = new LinkedBlockingQueue<>();
  private final List<JsonObject> passed = new ArrayList<>();

  /** The answer where no button is pressed. */
  static final String NEVER = "never";

  private volatile String button = "";

  private ActingClient(JsonObject params, Map<String, String> environment) {
    this.server = InProcessServer.start(params, this::hear, environment);
  }

  /**
   * Starts a server for a client without a workspace.
   *
   * @param capabilities of the client
   * @param options that it is initialized with
   */
  static ActingClient start(String capabilities, String options, Map<String, String> environment) {
    return new ActingClient(params(capabilities, options), environment);
  }

  /** As above, with a folder as the workspace. */
  static ActingClient start(
      String capabilities, String options, Map<String, String> environment, Path folder) {
    JsonObject params = params(capabilities, options);
    params.addProperty("rootUri", uri(folder));
    return new ActingClient(params, environment);
  }

  private static JsonObject params(String capabilities, String options) {
    JsonObject params = new JsonObject();
    params.add("capabilities", JsonParser.parseString(capabilities));
    params.add("initializationOptions", JsonParser.parseString(options));
    return params;
  }

  /** From now on the user presses this button, or dismisses a question that does not have it. */
  void press(String title) {
    button = title;
  }

  private void hear(InProcessServer from, JsonObject message) {
    heard.add(message);
    String method = message.get("method").getAsString();
    if (!message.has("id")
        || (method.equals("window/showMessageRequest") && button.equals(NEVER))) {
      return;
    }
    from.respond(message, answer(method, message.get("params")));
  }

  private JsonElement answer(String method, JsonElement params) {
    return switch (method) {
      case "window/showMessageRequest" -> pressed(params.getAsJsonObject());
      case "workspace/applyEdit" -> JsonParser.parseString("{\"applied\": true}");
      case "window/showDocument" -> JsonParser.parseString("{\"success\": true}");
      default -> JsonNull.INSTANCE;
    };
  }

  private JsonElement pressed(JsonObject question) {
    for (JsonElement action : question.getAsJsonArray("actions")) {
      if (action.getAsJsonObject().get("title").getAsString().equals(button)) {
        return action;
      }
    }
    return JsonNull.INSTANCE;
  }

  InProcessServer server() {
    return server;
  }

  static String uri(Path path) {
    return "file://" + path;
  }

  /** Sends a command for the release of a file; the id of the request. */
  int begin(String command, Path file, @Nullable String options) {
    return server.send("workspace/executeCommand", params(command, file, options));
  }

  private static JsonObject params(String command, Path file, @Nullable String options) {
    JsonArray arguments = new JsonArray();
    arguments.add(uri(file));
    if (options != null) {
      arguments.add(JsonParser.parseString(options));
    }
    JsonObject params = new JsonObject();
    params.addProperty("command", command);
    params.add("arguments", arguments);
    return params;
  }

  /** Sends a command with a token for its progress. */
  int begin(String command, Path file, int token) {
    JsonObject params = params(command, file, null);
    params.addProperty("workDoneToken", token);
    return server.send("workspace/executeCommand", params);
  }

  /** Runs a command; returns its outcome and its text. */
  Ended run(String command, Path file) {
    return run(command, file, null);
  }

  Ended run(String command, Path file, @Nullable String options) {
    return end(begin(command, file, options));
  }

  /** The result of an action. */
  record Ended(String outcome, String text) {
    String headline() {
      return text.lines().findFirst().orElse("");
    }
  }

  /** Waits for the end of an action. */
  Ended end(int id) {
    JsonObject answer = answer(id);
    if (!(answer.get("result") instanceof JsonObject result)) {
      return fail(answer.toString());
    }
    return new Ended(result.get("outcome").getAsString(), result.get("text").getAsString());
  }

  JsonObject answer(int id) {
    return server.answer(id);
  }

  void cancel(JsonElement token) {
    JsonObject params = new JsonObject();
    params.add("token", token);
    server.notify("window/workDoneProgress/cancel", params);
  }

  void open(Path file, String text) {
    server.open(uri(file), text);
  }

  /** Returns the text of a page of a release. */
  String page(Path folder, String name) {
    JsonObject params = new JsonObject();
    params.addProperty("uri", "enit://" + folder.resolve(name));
    JsonObject answer = server.request("enit/textDocumentContent", params);
    return answer.getAsJsonObject("result").get("text").getAsString();
  }

  /** Returns the parameters of the next message of a method that are as wanted. */
  JsonObject await(String method, Predicate<JsonObject> wanted) {
    Predicate<JsonObject> whole =
        message ->
            message.get("method").getAsString().equals(method)
                && wanted.test(message.getAsJsonObject("params"));
    for (JsonObject message : passed) {
      if (whole.test(message)) {
        passed.remove(message);
        return message.getAsJsonObject("params");
      }
    }
    while (true) {
      JsonObject message = poll(method);
      if (whole.test(message)) {
        return message.getAsJsonObject("params");
      }
      passed.add(message);
    }
  }

  private JsonObject poll(String what) {
    try {
      JsonObject message = heard.poll(DEADLINE, TimeUnit.SECONDS);
      return message == null
          ? fail("waited for " + what + " and heard " + passed + server.errors())
          : message;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the next question, which the client has not answered. */
  JsonObject awaitQuestion() {
    while (true) {
      JsonObject message = poll("a question");
      if (message.get("method").getAsString().equals("window/showMessageRequest")) {
        return message;
      }
      passed.add(message);
    }
  }

  /** Presses a button of a question. */
  void answer(JsonObject question, String title) {
    JsonObject item = new JsonObject();
    item.addProperty("title", title);
    server.respond(question, item);
  }

  /** Waits for a piece of progress with this text; its token. */
  JsonElement awaitProgress(String text) {
    return await(
            "$/progress",
            params ->
                params.getAsJsonObject("value").get("message") instanceof JsonPrimitive message
                    && message.getAsString().startsWith(text))
        .get("token");
  }

  /** Returns the text of the next message or question. */
  String awaitMessage() {
    return await("window/showMessage", _ -> true).get("message").getAsString();
  }

  /** Returns the text of the next question with this button. */
  String awaitQuestion(String title) {
    return await(
            "window/showMessageRequest",
            params -> params.getAsJsonArray("actions").toString().contains('"' + title + '"'))
        .get("message")
        .getAsString();
  }

  /** Returns the kinds and texts of all progress so far, and where they were shown. */
  List<String> progress() {
    drain();
    List<String> lines = new ArrayList<>();
    for (JsonObject message : passed) {
      if (message.get("method").getAsString().equals("$/progress")) {
        JsonObject params = message.getAsJsonObject("params");
        JsonObject value = params.getAsJsonObject("value");
        String key = value.has("title") ? "title" : "message";
        String text = value.has(key) ? " " + value.get(key).getAsString() : "";
        lines.add(params.get("token").getAsString() + " " + value.get("kind").getAsString() + text);
      }
    }
    return lines;
  }

  /** Returns the names of the methods of everything that was heard so far. */
  List<String> methods() {
    drain();
    return passed.stream().map(message -> message.get("method").getAsString()).toList();
  }

  private void drain() {
    heard.drainTo(passed);
  }

  @Override
  public void close() {
    String errors = server.errors();
    server.close();
    assertTrue(errors.isEmpty(), errors);
  }
}
