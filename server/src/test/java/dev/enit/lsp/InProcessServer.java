package dev.enit.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.enit.cli.run.DaemonArguments;
import dev.enit.lsp.session.WorkerThreads;
import java.io.BufferedInputStream;
import java.io.BufferedOutputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalLong;
import java.util.concurrent.BlockingQueue;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executor;
import java.util.concurrent.LinkedBlockingQueue;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;
import org.jspecify.annotations.Nullable;

/**
 * The whole server with its protocol in this process, for tests of many small requests. Its
 * notifications and requests go to an {@link Ear}; without one, the client never answers.
 */
public final class InProcessServer implements AutoCloseable {
  /** Nothing takes this long; it only bounds a failing test. */
  private static final long DEADLINE = 30;

  private final Socket near;
  private final Socket far;
  private final Wire wire;
  private final Map<String, String> environment;
  private final WorkerThreads workers = new WorkerThreads();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
  private final Map<Integer, BlockingQueue<JsonObject>> answers = new ConcurrentHashMap<>();
  private final AtomicInteger lastId = new AtomicInteger();
  private final AtomicInteger heard = new AtomicInteger();
  private final CountDownLatch ended = new CountDownLatch(1);

  /**
   * A listener for the server's notifications and requests, in their order; must not wait for an
   * answer.
   */
  @FunctionalInterface
  public interface Ear {
    /** A request (it has an {@code id}) or a notification. */
    void hear(InProcessServer server, JsonObject message);
  }

  private InProcessServer(Socket near, Socket far, Map<String, String> environment)
      throws IOException {
    this.near = near;
    this.far = far;
    this.environment = environment;
    this.wire =
        new Wire(
            new BufferedInputStream(near.getInputStream()),
            new BufferedOutputStream(near.getOutputStream()));
  }

  /**
   * Returns a server that has heard {@code initialize}, and whose client never answers.
   *
   * @param capabilities of the client
   */
  public static InProcessServer start(JsonObject capabilities) {
    JsonObject params = new JsonObject();
    params.add("capabilities", capabilities);
    return start(params, (_, _) -> {});
  }

  /**
   * Returns a server that has heard {@code initialize}.
   *
   * @param params of that
   */
  public static InProcessServer start(JsonObject params, Ear ear) {
    return start(params, ear, Map.of());
  }

  /** As above, in another environment. */
  public static InProcessServer start(JsonObject params, Ear ear, Map<String, String> environment) {
    InProcessServer server = connect(ear, environment);
    server.request("initialize", params);
    server.notify("initialized", new JsonObject());
    return server;
  }

  /** Returns a server that has heard nothing. */
  public static InProcessServer connect(Ear ear) {
    return connect(ear, Map.of());
  }

  private static InProcessServer connect(Ear ear, Map<String, String> environment) {
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Socket near = new Socket(listener.getInetAddress(), listener.getLocalPort());
      Socket far = listener.accept();
      // A header and its message are two packets: the second would wait until the first has been
      // heard of.
      near.setTcpNoDelay(true);
      far.setTcpNoDelay(true);
      InProcessServer server = new InProcessServer(near, far, environment);
      server.serve();
      background("in-process-client", () -> server.hear(ear));
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve() throws IOException {
    InputStream in = new BufferedInputStream(far.getInputStream(), 64 * 1024);
    PrintStream log = new PrintStream(errors, true, StandardCharsets.UTF_8);
    LanguageServer service =
        new LanguageServer(
            in, far.getOutputStream(), log, environment, new DaemonArguments(), workers);
    background("in-process-server", () -> run(service));
  }

  /** A process would end here, and its streams with it. */
  private void run(LanguageServer service) {
    try (far) {
      service.run(OptionalLong.empty());
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void hear(Ear ear) {
    try {
      for (JsonObject next = wire.next(); next != null; next = wire.next()) {
        if (next.has("method")) {
          ear.hear(this, next);
          heard.incrementAndGet();
        } else if (next.get("id") instanceof JsonPrimitive id && id.isNumber()) {
          queue(id.getAsInt()).add(next);
        }
      }
    } catch (IOException | UncheckedIOException e) {
      // The test has closed the connection.
    } finally {
      ended.countDown();
    }
  }

  private BlockingQueue<JsonObject> queue(int id) {
    return answers.computeIfAbsent(id, _ -> new LinkedBlockingQueue<>());
  }

  /** Sends a request and returns its id at once. */
  public int send(String method, @Nullable JsonElement params) {
    int id = lastId.incrementAndGet();
    JsonObject message = message(method, params);
    message.addProperty("id", id);
    wire.send(message);
    return id;
  }

  /** Returns the whole answer to a request; each is given once. */
  public JsonObject answer(int id) {
    try {
      JsonObject answer = queue(id).poll(DEADLINE, TimeUnit.SECONDS);
      answers.remove(id);
      if (answer == null) {
        throw new IllegalStateException("no answer to " + id + ": " + errors());
      }
      return answer;
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Returns the whole answer to a request. */
  public JsonObject request(String method, @Nullable JsonElement params) {
    return answer(send(method, params));
  }

  public void notify(String method, @Nullable JsonElement params) {
    wire.send(message(method, params));
  }

  /** Sends anything. */
  public void sendBody(String body) {
    wire.sendBody(body);
  }

  public void cancel(int id) {
    JsonObject params = new JsonObject();
    params.addProperty("id", id);
    notify("$/cancelRequest", params);
  }

  /** Answers a request of the server. */
  public void respond(JsonObject request, JsonElement result) {
    JsonObject answer = new JsonObject();
    answer.addProperty("jsonrpc", "2.0");
    answer.add("id", request.get("id"));
    answer.add("result", result);
    wire.send(answer);
  }

  /** Answers a request of the server with {@code null}. */
  public void respond(JsonObject request) {
    respond(request, JsonNull.INSTANCE);
  }

  /** Waits until the server has handled every message, and its background work is done. */
  public void settle() {
    int before;
    do {
      before = heard.get();
      request("$/nothing", null);
      // What one does makes work for the next, and a lane that was overtaken queues once more.
      for (int i = 0; i < 5; i++) {
        drain(workers.disk());
        drain(workers.search());
        drain(workers.diagnostics());
        drain(workers.live());
        drain(workers.views());
      }
      request("$/nothing", null);
    } while (heard.get() != before);
  }

  private static void drain(Executor executor) {
    CountDownLatch done = new CountDownLatch(1);
    executor.execute(done::countDown);
    await(done);
  }

  /** Waits for the end of what the server says. */
  public void awaitEnd() {
    await(ended);
  }

  private static void await(CountDownLatch latch) {
    try {
      if (!latch.await(DEADLINE, TimeUnit.SECONDS)) {
        throw new IllegalStateException("waited in vain");
      }
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Opens a document in version 1. */
  public void open(String uri, String text) {
    open(uri, 1, text);
  }

  public void open(String uri, int version, String text) {
    JsonObject document = JsonParser.parseString("{\"languageId\":\"enit\"}").getAsJsonObject();
    document.addProperty("uri", uri);
    document.addProperty("version", version);
    document.addProperty("text", text);
    JsonObject params = new JsonObject();
    params.add("textDocument", document);
    notify("textDocument/didOpen", params);
  }

  public void closeDocument(String uri) {
    JsonObject document = new JsonObject();
    document.addProperty("uri", uri);
    JsonObject params = new JsonObject();
    params.add("textDocument", document);
    notify("textDocument/didClose", params);
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

  private static void background(String name, Runnable task) {
    Thread thread = new Thread(task, name);
    thread.setDaemon(true);
    thread.start();
  }

  /** Returns what the server printed as its log. */
  public String errors() {
    return errors.toString(StandardCharsets.UTF_8);
  }

  @Override
  public void close() {
    try {
      near.close();
      far.close();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
