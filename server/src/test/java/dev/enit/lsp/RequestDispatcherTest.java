package dev.enit.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotNull;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.enit.cli.run.DaemonArguments;
import dev.enit.core.ide.symbol.DocumentSymbols;
import dev.enit.core.settings.HostFacts;
import dev.enit.core.source.SourceFile;
import dev.enit.core.workspace.WorkspaceHost;
import dev.enit.grammar.parse.TermParser;
import dev.enit.lsp.handler.DocumentSyncHandlers;
import dev.enit.lsp.handler.RequestHandler;
import dev.enit.lsp.rpc.Connection;
import dev.enit.lsp.session.ClientLog;
import dev.enit.lsp.session.WorkerThreads;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.PrintStream;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicInteger;
import org.eclipse.lsp4j.DidOpenTextDocumentParams;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** Tests the dispatch of requests, with handlers that misbehave. */
class RequestDispatcherTest {
  private static final int REQUEST_CANCELLED = -32800;
  private static final int REQUEST_FAILED = -32803;
  private static final int INTERNAL_ERROR = -32603;
  private static final int CONTENT_MODIFIED = -32801;
  private static final long LONG = 100_000;

  /** Nothing takes this long; it only bounds a failing test. */
  private static final int DEADLINE = 30_000;

  /** As many as can answer at the cursor, or more. */
  private static final int WORKERS = 4;

  /** A loop of the core that goes on for ever, since it is begun again. */
  private static final SourceFile SYMBOLS =
      SourceFile.open(
          Path.of("/a.config"), TermParser.parse("{shop, [{size, 1}]}.\n".repeat(1_000)), 1);

  private static final String URI = "file:///nowhere/alone.config";

  private final CountDownLatch release = new CountDownLatch(1);
  private final CountDownLatch begun = new CountDownLatch(1);
  private final CountDownLatch stopped = new CountDownLatch(1);
  private final CountDownLatch ended = new CountDownLatch(1);
  private final AtomicInteger pictures = new AtomicInteger();
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();

  /** One connection, both ends in this process. */
  private record Pair(Wire client, Socket near, Socket far) implements AutoCloseable {
    @Override
    public void close() throws IOException {
      near.close();
      far.close();
    }

    JsonObject next() throws IOException {
      return assertNotNullMessage(client.next());
    }

    void send(String method, int id) {
      client.sendBody(
          "{\"jsonrpc\": \"2.0\", \"id\": %d, \"method\": \"%s\", \"params\": {\"uri\": \"u\"}}"
              .formatted(id, method));
    }
  }

  private static JsonObject assertNotNullMessage(
      @org.jspecify.annotations.Nullable JsonObject message) {
    assertNotNull(message);
    return message;
  }

  @AfterEach
  void letGo() {
    release.countDown();
  }

  private Pair start(long limit) throws IOException {
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Socket near = new Socket(listener.getInetAddress(), listener.getLocalPort());
      near.setSoTimeout(DEADLINE);
      Socket far = listener.accept();
      Connection connection = new Connection(far.getOutputStream(), methods().types());
      PrintStream log = new PrintStream(errors, true, StandardCharsets.UTF_8);
      ServerLifecycle server =
          new ServerLifecycle(
              connection,
              methods(),
              settings -> new WorkspaceHost(settings, Map.of(), HostFacts.ofThisHost()),
              new ServerLifecycle.Options("test", limit, new DaemonArguments()),
              new ClientLog(connection, log),
              new WorkerThreads());
      Thread reader = new Thread(() -> listen(server, far), "reader");
      reader.setDaemon(true);
      reader.start();
      Pair pair = new Pair(new Wire(near.getInputStream(), near.getOutputStream()), near, far);
      pair.client().sendBody("{\"id\": 1, \"method\": \"initialize\", \"params\": {}}");
      assertTrue(pair.next().has("result"));
      return pair;
    }
  }

  private static void listen(ServerLifecycle server, Socket socket) {
    try (InputStream in = socket.getInputStream()) {
      server.listen(in);
    } catch (IOException e) {
      // The test has closed the connection.
    } finally {
      server.end();
    }
  }

  private Methods methods() {
    return new Methods(
        new Method.Lifecycle(Methods.INITIALIZE),
        handler("test/wait", (request, params) -> waitUntilReleased()),
        handler(
            "test/work",
            (request, params) -> {
              begun.countDown();
              try {
                while (true) {
                  request.call().check();
                  Thread.onSpinWait();
                }
              } finally {
                stopped.countDown();
              }
            }),
        handler(
            "test/fail",
            (request, params) -> {
              throw new IllegalStateException("secret");
            }),
        handler("test/overflow", (request, params) -> overflow(1)),
        handler(
            "test/symbols",
            (request, params) -> {
              begun.countDown();
              try {
                while (true) {
                  var _ = DocumentSymbols.of(SYMBOLS);
                }
              } finally {
                ended.countDown();
              }
            }),
        new Method.Request<>(
            "test/document",
            Capability.NONE,
            TextDocumentIdentifier.class,
            (request, params) -> {
              pictures.incrementAndGet();
              begun.countDown();
              return waitUntilReleased();
            },
            Lane.DOCUMENT,
            document -> document),
        new Method.Notification<>(
            "textDocument/didOpen", DidOpenTextDocumentParams.class, DocumentSyncHandlers::didOpen),
        handler("test/ok", (request, params) -> "ok"));
  }

  private static Method handler(String name, RequestHandler<TextDocumentIdentifier> handler) {
    return new Method.Request<>(
        name, Capability.NONE, TextDocumentIdentifier.class, Lane.CURSOR, handler);
  }

  private String waitUntilReleased() {
    try {
      release.await();
      return "late";
    } catch (InterruptedException e) {
      throw new IllegalStateException(e);
    }
  }

  @SuppressWarnings("InfiniteRecursion")
  private static int overflow(int depth) {
    return overflow(depth + 1) + 1;
  }

  @Test
  void aCancelledRequestIsAnsweredAtOnceAndItsWorkStops() throws Exception {
    try (Pair pair = start(LONG)) {
      pair.send("test/work", 2);
      begun.await();
      pair.client().sendBody("{\"method\": \"$/cancelRequest\", \"params\": {\"id\": 2}}");
      JsonObject answer = pair.next();
      assertEquals(2, answer.get("id").getAsInt());
      assertEquals(REQUEST_CANCELLED, FakeEditor.errorCode(answer));
      stopped.await();
      pair.send("test/ok", 3);
      assertEquals("ok", pair.next().get("result").getAsString());
      assertEquals("", errors.toString(StandardCharsets.UTF_8));
    }
  }

  @Test
  void theNumberAndTheTextAreTwoRequests() throws Exception {
    try (Pair pair = start(LONG)) {
      pair.send("test/wait", 2);
      pair.client()
          .sendBody("{\"id\": \"2\", \"method\": \"test/work\", \"params\": {\"uri\": \"u\"}}");
      pair.client().sendBody("{\"method\": \"$/cancelRequest\", \"params\": {\"id\": \"2\"}}");
      assertEquals("\"2\"", pair.next().get("id").toString());
      release.countDown();
      assertEquals("late", pair.next().get("result").getAsString());
    }
  }

  @Test
  void aRequestOverItsTimeLimitIsCancelledAndItsResponseDropped() throws Exception {
    try (Pair pair = start(1)) {
      pair.send("test/wait", 2);
      JsonObject answer = pair.next();
      assertEquals(REQUEST_FAILED, FakeEditor.errorCode(answer));
      assertTrue(answer.toString().contains("test/wait"));
      assertEquals("window/logMessage", pair.next().get("method").getAsString());
      release.countDown();
    }
  }

  @Test
  void aFaultIsOneErrorAndToldOnce() throws Exception {
    try (Pair pair = start(LONG)) {
      pair.send("test/fail", 2);
      JsonObject answer = pair.next();
      assertEquals(INTERNAL_ERROR, FakeEditor.errorCode(answer));
      assertTrue(!answer.toString().contains("secret"), "the text may hold anything");
      assertEquals("window/logMessage", pair.next().get("method").getAsString());
      pair.send("test/fail", 3);
      assertEquals(3, pair.next().get("id").getAsInt());
      pair.send("test/overflow", 4);
      assertEquals(INTERNAL_ERROR, FakeEditor.errorCode(pair.next()));
      assertEquals("window/logMessage", pair.next().get("method").getAsString());
      pair.send("test/ok", 5);
      assertEquals("ok", pair.next().get("result").getAsString());
      String log = errors.toString(StandardCharsets.UTF_8);
      assertEquals(1, log.split("IllegalStateException: secret", -1).length - 1);
    }
  }

  @Test
  void aSlowRequestHoldsNoOtherUp() throws Exception {
    try (Pair pair = start(LONG)) {
      pair.send("test/wait", 2);
      pair.send("test/ok", 3);
      assertEquals(3, pair.next().get("id").getAsInt());
      release.countDown();
      assertEquals(2, pair.next().get("id").getAsInt());
    }
  }

  @Test
  void requestsThatWereGivenUpKeepNoWorker() throws Exception {
    try (Pair pair = start(LONG)) {
      for (int id = 2; id < 2 + WORKERS; id++) {
        pair.send("test/symbols", id);
      }
      begun.await();
      for (int id = 2; id < 2 + WORKERS; id++) {
        pair.client()
            .sendBody("{\"method\": \"$/cancelRequest\", \"params\": {\"id\": %d}}".formatted(id));
        assertEquals(REQUEST_CANCELLED, FakeEditor.errorCode(pair.next()));
      }
      pair.send("test/ok", 100);
      assertEquals("ok", pair.next().get("result").getAsString());
      ended.await();
      assertEquals("", errors.toString(StandardCharsets.UTF_8));
    }
  }

  @Test
  void aRequestAtTheCursorDoesNotWaitForRequestsOfOlderTexts() throws Exception {
    try (Pair pair = start(LONG)) {
      for (int version = 1; version <= 50; version++) {
        open(pair, version);
        pair.client()
            .sendBody(
                "{\"id\": %d, \"method\": \"test/document\", \"params\": {\"uri\": \"%s\"}}"
                    .formatted(100 + version, URI));
        begun.await();
      }
      pair.send("test/ok", 2);
      Set<Integer> superseded = new TreeSet<>();
      JsonObject answer = response(pair);
      while (answer.get("id").getAsInt() != 2) {
        assertEquals(CONTENT_MODIFIED, FakeEditor.errorCode(answer));
        superseded.add(answer.get("id").getAsInt());
        answer = response(pair);
      }
      assertEquals("ok", answer.get("result").getAsString());
      assertEquals(49, superseded.size(), "each but the newest");
      assertTrue(!superseded.contains(150), "the newest");
      release.countDown();
      assertEquals("late", response(pair).get("result").getAsString());
      assertTrue(pictures.get() <= 1 + Runtime.getRuntime().availableProcessors(), "work done");
      assertEquals("", errors.toString(StandardCharsets.UTF_8));
    }
  }

  @Test
  void twoQuestionsAboutOneTextAreBothAnswered() throws Exception {
    try (Pair pair = start(LONG)) {
      open(pair, 1);
      for (int id : List.of(2, 3)) {
        pair.client()
            .sendBody(
                "{\"id\": %d, \"method\": \"test/document\", \"params\": {\"uri\": \"%s\"}}"
                    .formatted(id, URI));
      }
      release.countDown();
      assertEquals("late", response(pair).get("result").getAsString());
      assertEquals("late", response(pair).get("result").getAsString());
    }
  }

  private static void open(Pair pair, int version) {
    pair.client()
        .sendBody(
            """
            {"method": "textDocument/didOpen", "params": {"textDocument":
              {"uri": "%s", "languageId": "enit", "version": %d, "text": "{a, []}."}}}
            """
                .formatted(URI, version));
  }

  /** Returns the next message that is an answer. */
  private static JsonObject response(Pair pair) throws IOException {
    JsonObject message = pair.next();
    while (message.has("method")) {
      message = pair.next();
    }
    return message;
  }
}
