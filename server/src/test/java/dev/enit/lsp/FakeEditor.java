package dev.enit.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.Deque;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * An editor as far as the server can tell: it starts the server as a process of its own, talks to
 * it over real pipes, and waits for what it expects. A test ends with {@link #shutdown}, which
 * fails where the server said anything that the test did not look at.
 */
final class FakeEditor implements AutoCloseable {
  /** Nothing takes this long; it only bounds a failing test. */
  private static final long DEADLINE = 45;

  private static final JsonObject END = json("{\"end\": true}");

  private final Process process;
  private final Wire wire;
  private final BlockingQueue<JsonObject> incoming = new LinkedBlockingQueue<>();
  private final Deque<JsonObject> unread = new ArrayDeque<>();
  private final Map<Path, Integer> versions = new HashMap<>();
  private final List<String> errors = new CopyOnWriteArrayList<>();
  private final Thread errorReader;
  private int lastId;

  private FakeEditor(Process process, InputStream in, OutputStream out) {
    this.process = process;
    this.wire = new Wire(new BufferedInputStream(in), out);
    background("fake-editor-messages", this::readMessages);
    this.errorReader = background("fake-editor-errors", this::readErrors);
  }

  /** Starts the server on the standard streams. */
  static FakeEditor start(String... args) throws IOException {
    Process process = spawn(Map.of(), args);
    return new FakeEditor(process, process.getInputStream(), process.getOutputStream());
  }

  /** Starts the server in another environment. */
  static FakeEditor start(Map<String, String> environment) throws IOException {
    Process process = spawn(environment);
    return new FakeEditor(process, process.getInputStream(), process.getOutputStream());
  }

  /** For a server that was started with {@link #spawn} and talks elsewhere. */
  static FakeEditor on(Process process, InputStream in, OutputStream out) {
    return new FakeEditor(process, in, out);
  }

  static Process spawn(Map<String, String> environment, String... args) throws IOException {
    List<String> command = new ArrayList<>();
    command.add(Path.of(System.getProperty("java.home"), "bin", "java").toString());
    command.addAll(
        List.of(
            "--enable-native-access=ALL-UNNAMED", "-XX:TieredStopAtLevel=1", "-XX:+UseSerialGC"));
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(ServerProcess.class.getName());
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return builder.start();
  }

  // Saying things.

  static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }

  /** Sends a request and returns its id at once. */
  int send(String method, @Nullable JsonElement params) {
    JsonObject message = message(method, params);
    message.addProperty("id", ++lastId);
    wire.send(message);
    return lastId;
  }

  void notify(String method, @Nullable JsonElement params) {
    wire.send(message(method, params));
  }

  /** The bytes as they are. */
  Wire wire() {
    return wire;
  }

  private static JsonObject message(String method, @Nullable JsonElement params) {
    JsonObject message = new JsonObject();
    message.addProperty("jsonrpc", "2.0");
    message.addProperty("method", method);
    if (params != null) {
      message.add("params", params);
    }
    return message;
  }

  // Hearing things.

  /** The whole answer to a request. */
  JsonObject answer(int id) {
    return await(
        "the answer to " + id,
        message ->
            !message.has("method")
                && message.get("id") instanceof JsonPrimitive given
                && given.isNumber()
                && given.getAsInt() == id);
  }

  /** The whole answer to a request whose id is a text. */
  JsonObject awaitAnswer(String id) {
    return await(
        "the answer to " + id,
        message -> !message.has("method") && new JsonPrimitive(id).equals(message.get("id")));
  }

  /** The result of a request. */
  JsonElement request(String method, @Nullable JsonElement params) {
    JsonObject answer = answer(send(method, params));
    if (answer.has("error")) {
      return fail(method + " was refused: " + answer.get("error"));
    }
    return answer.get("result");
  }

  /** The code of the error that a request is answered with. */
  int error(String method, @Nullable JsonElement params) {
    return errorCode(answer(send(method, params)));
  }

  static int errorCode(JsonObject answer) {
    if (!answer.has("error")) {
      return fail("no error: " + answer);
    }
    return answer.getAsJsonObject("error").get("code").getAsInt();
  }

  /** The next answer that belongs to no request. */
  JsonObject awaitAnonymousError() {
    return await(
        "an error without a request",
        message -> message.has("error") && message.get("id").isJsonNull());
  }

  /** The parameters of the next notification of a method. */
  JsonObject awaitNotification(String method) {
    return await(
            method,
            message ->
                !message.has("id")
                    && message.get("method") instanceof JsonPrimitive name
                    && name.getAsString().equals(method))
        .getAsJsonObject("params");
  }

  /** The next request of the server, answered with a result; its parameters. */
  @Nullable JsonElement awaitRequest(String method, @Nullable JsonElement result) {
    JsonObject request =
        await(
            method,
            message ->
                message.has("id")
                    && message.get("method") instanceof JsonPrimitive name
                    && name.getAsString().equals(method));
    JsonObject reply = new JsonObject();
    reply.addProperty("jsonrpc", "2.0");
    reply.add("id", request.get("id"));
    reply.add("result", result == null ? com.google.gson.JsonNull.INSTANCE : result);
    wire.send(reply);
    return request.get("params");
  }

  private JsonObject await(String what, Predicate<JsonObject> wanted) {
    for (JsonObject message : unread) {
      if (wanted.test(message)) {
        unread.remove(message);
        return message;
      }
    }
    while (true) {
      JsonObject message = poll(what);
      if (wanted.test(message)) {
        return message;
      }
      unread.add(message);
    }
  }

  private JsonObject poll(String what) {
    try {
      JsonObject message = incoming.poll(DEADLINE, TimeUnit.SECONDS);
      if (message == null || (message.equals(END) && !what.equals("the end"))) {
        return fail("waited for " + what + ", got " + unread + "; its errors: " + errors);
      }
      return message;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  // What editors do.

  /** Begins a session; the server's abilities. */
  JsonObject initialize(String params) {
    JsonObject result = request("initialize", json(params)).getAsJsonObject();
    notify("initialized", new JsonObject());
    return result.getAsJsonObject("capabilities");
  }

  static String uri(Path path) {
    return path.toUri().toString();
  }

  void open(Path path, String text) {
    open(path, uri(path), text);
  }

  void open(Path path, String uri, String text) {
    versions.put(path, 1);
    JsonObject document = new JsonObject();
    document.addProperty("uri", uri);
    document.addProperty("languageId", "enit");
    document.addProperty("version", 1);
    document.addProperty("text", text);
    JsonObject params = new JsonObject();
    params.add("textDocument", document);
    notify("textDocument/didOpen", params);
  }

  /** One incremental change; the version that it makes. */
  int edit(Path path, int line, int from, int to, String text) {
    JsonObject change = new JsonObject();
    change.add("range", range(line, from, line, to));
    change.addProperty("text", text);
    return change(path, change);
  }

  /** A change of the whole text; the version that it makes. */
  int replace(Path path, String text) {
    JsonObject change = new JsonObject();
    change.addProperty("text", text);
    return change(path, change);
  }

  int change(Path path, JsonObject... changes) {
    int version = versions.merge(path, 1, Integer::sum);
    JsonObject document = document(path);
    document.addProperty("version", version);
    JsonObject params = new JsonObject();
    params.add("textDocument", document);
    JsonArray all = new JsonArray();
    List.of(changes).forEach(all::add);
    params.add("contentChanges", all);
    notify("textDocument/didChange", params);
    return version;
  }

  void save(Path path) {
    notify("textDocument/didSave", about(path));
  }

  void closeDocument(Path path) {
    notify("textDocument/didClose", about(path));
  }

  /** The Markdown of a hover; empty where there is none. */
  String hover(Path path, int line, int character) {
    JsonElement result = request("textDocument/hover", at(path, line, character));
    return result instanceof JsonObject hover
        ? hover.getAsJsonObject("contents").get("value").getAsString()
        : "";
  }

  /** The next findings of a file in a version; those of other versions and files stay unread. */
  JsonArray awaitDiagnostics(Path path, @Nullable Integer version) {
    return await(
            "findings of " + path + " in version " + version,
            message ->
                message.get("method") instanceof JsonPrimitive name
                    && name.getAsString().equals("textDocument/publishDiagnostics")
                    && isOf(message.getAsJsonObject("params"), path, version))
        .getAsJsonObject("params")
        .getAsJsonArray("diagnostics");
  }

  private static boolean isOf(JsonObject params, Path path, @Nullable Integer version) {
    JsonElement given = params.get("version");
    return Path.of(java.net.URI.create(params.get("uri").getAsString())).equals(path)
        && (version == null ? given == null : given != null && given.getAsInt() == version);
  }

  /** {@code line:character code} of every finding, in order. */
  static List<String> summary(JsonArray diagnostics) {
    List<String> lines = new ArrayList<>();
    for (JsonElement element : diagnostics) {
      JsonObject start =
          element.getAsJsonObject().getAsJsonObject("range").getAsJsonObject("start");
      lines.add(
          start.get("line")
              + ":"
              + start.get("character")
              + " "
              + element.getAsJsonObject().get("code").getAsString());
    }
    return lines;
  }

  static JsonObject document(Path path) {
    JsonObject document = new JsonObject();
    document.addProperty("uri", uri(path));
    return document;
  }

  static JsonObject about(Path path) {
    JsonObject params = new JsonObject();
    params.add("textDocument", document(path));
    return params;
  }

  static JsonObject at(Path path, int line, int character) {
    JsonObject params = about(path);
    params.add("position", position(line, character));
    return params;
  }

  static JsonObject position(int line, int character) {
    JsonObject position = new JsonObject();
    position.addProperty("line", line);
    position.addProperty("character", character);
    return position;
  }

  static JsonObject range(int line, int character, int endLine, int endCharacter) {
    JsonObject range = new JsonObject();
    range.add("start", position(line, character));
    range.add("end", position(endLine, endCharacter));
    return range;
  }

  // The end.

  /** Says goodbye in order; fails where something was said that nobody looked at. */
  void shutdown() {
    request("shutdown", null);
    notify("exit", null);
    assertEquals(0, awaitExit(), () -> "the status; its errors: " + errors);
    assertEquals(List.of(), unread(), "messages that nobody looked at");
    assertEquals("", errors(), "what the server printed on stderr");
  }

  /** What was said and not looked at, up to the end of the stream. */
  List<JsonObject> unread() {
    while (true) {
      JsonObject message = poll("the end");
      if (message.equals(END)) {
        return List.copyOf(unread);
      }
      unread.add(message);
    }
  }

  /** Waits for the server's end; its status. */
  int awaitExit() {
    try {
      if (!process.waitFor(DEADLINE, TimeUnit.SECONDS)) {
        return fail("the server does not end; it said " + unread + "; its errors: " + errors);
      }
      errorReader.join();
      return process.exitValue();
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** What the server printed on stderr, complete once it has ended. */
  String errors() {
    return String.join("\n", errors);
  }

  void closeInput() throws IOException {
    process.getOutputStream().close();
  }

  @Override
  public void close() {
    process.destroyForcibly();
  }

  private void readMessages() {
    try {
      for (JsonObject message = wire.next(); message != null; message = wire.next()) {
        incoming.add(message);
      }
    } catch (IOException e) {
      errors.add("the stream of messages broke: " + e);
    }
    incoming.add(END);
  }

  private void readErrors() {
    try {
      errors.add(new String(process.getErrorStream().readAllBytes(), StandardCharsets.UTF_8));
    } catch (IOException e) {
      errors.add(e.toString());
    }
  }

  private static Thread background(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
    return thread;
  }
}
