package dev.enit.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.fail;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import java.io.BufferedInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.List;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.function.Predicate;
import org.jspecify.annotations.Nullable;

/**
 * The client's end of a connection to a server in a separate process: it sends messages and waits
 * for those that it expects. {@link #shutdown} fails where the server sent a message that the test
 * did not read.
 */
class FakeClient implements AutoCloseable {
  /** Nothing takes this long; it only bounds a failing test. */
  private static final long DEADLINE = 45;

  private static final JsonObject END = JsonParser.parseString("{\"end\": true}").getAsJsonObject();

  private final Process process;
  private final Wire wire;
  private final BlockingQueue<JsonObject> incoming = new LinkedBlockingQueue<>();
  private final Deque<JsonObject> unread = new ArrayDeque<>();
  private final List<String> errors = new CopyOnWriteArrayList<>();
  private final Thread errorReader;
  private int lastId;

  FakeClient(Process process, InputStream in, OutputStream out) {
    this.process = process;
    this.wire = new Wire(new BufferedInputStream(in), out);
    background("fake-editor-messages", this::readMessages);
    this.errorReader = background("fake-editor-errors", this::readErrors);
  }

  // Sending messages.

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

  /** Returns the wire, to send bytes as they are. */
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

  // Receiving messages.

  /** Returns the whole answer to a request. */
  JsonObject answer(int id) {
    return await(
        "the answer to " + id,
        message ->
            !message.has("method")
                && message.get("id") instanceof JsonPrimitive given
                && given.isNumber()
                && given.getAsInt() == id);
  }

  /** Returns the whole answer to a request whose id is a text. */
  JsonObject awaitAnswer(String id) {
    return await(
        "the answer to " + id,
        message -> !message.has("method") && new JsonPrimitive(id).equals(message.get("id")));
  }

  /** Returns the result of a request. */
  JsonElement request(String method, @Nullable JsonElement params) {
    JsonObject answer = answer(send(method, params));
    if (answer.has("error")) {
      return fail(method + " was refused: " + answer.get("error"));
    }
    return answer.get("result");
  }

  /** Returns the code of the error that a request is answered with. */
  int error(String method, @Nullable JsonElement params) {
    return errorCode(answer(send(method, params)));
  }

  static int errorCode(JsonObject answer) {
    if (!answer.has("error")) {
      return fail("no error: " + answer);
    }
    return answer.getAsJsonObject("error").get("code").getAsInt();
  }

  /** Returns the next answer that belongs to no request. */
  JsonObject awaitAnonymousError() {
    return await(
        "an error without a request",
        message -> message.has("error") && message.get("id").isJsonNull());
  }

  /** Returns the parameters of the next notification of a method. */
  JsonObject awaitNotification(String method) {
    return await(
            method,
            message ->
                !message.has("id")
                    && message.get("method") instanceof JsonPrimitive name
                    && name.getAsString().equals(method))
        .getAsJsonObject("params");
  }

  /** Drops the notifications of a method that came before the last answer. */
  void forget(String method) {
    unread.removeIf(
        message ->
            !message.has("id")
                && message.get("method") instanceof JsonPrimitive name
                && name.getAsString().equals(method));
  }

  /** Drops everything that came before the last answer. */
  void forgetAll() {
    unread.clear();
  }

  /** Answers the next request of the server with a result; returns its parameters. */
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

  /** Refuses the next request of the server as an unknown method; returns its parameters. */
  JsonObject awaitAndRefuse(String method) {
    JsonObject request =
        await(
            method,
            message ->
                message.has("id")
                    && message.get("method") instanceof JsonPrimitive name
                    && name.getAsString().equals(method));
    JsonObject error = new JsonObject();
    error.addProperty("code", -32601);
    error.addProperty("message", "Method not found: " + method);
    JsonObject reply = new JsonObject();
    reply.addProperty("jsonrpc", "2.0");
    reply.add("id", request.get("id"));
    reply.add("error", error);
    wire.send(reply);
    return request.getAsJsonObject("params");
  }

  final JsonObject await(String what, Predicate<JsonObject> wanted) {
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

  // The end.

  /** Shuts down in order; fails where the server sent a message that the test did not read. */
  void shutdown() {
    request("shutdown", null);
    notify("exit", null);
    assertEquals(0, awaitExit(), () -> "the status; its errors: " + errors);
    assertEquals(List.of(), unread(), "messages that the test did not read");
    assertEquals("", errors(), "what the server printed on stderr");
  }

  /** Returns the messages that the test did not read, up to the end of the stream. */
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

  /** Returns what the server printed on stderr, complete once it has ended. */
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
