package dev.enit.lsp;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.enit.cli.run.DaemonWords;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.io.PrintStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.ServerSocket;
import java.net.Socket;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.OptionalLong;
import org.jspecify.annotations.Nullable;

/**
 * The whole server with its protocol in this process, for tests of many small questions; what it
 * says without being asked is passed over.
 */
public final class InProcessServer implements AutoCloseable {
  private final Socket near;
  private final Socket far;
  private final Wire wire;
  private final ByteArrayOutputStream errors = new ByteArrayOutputStream();
  private int lastId;

  private InProcessServer(Socket near, Socket far) throws IOException {
    this.near = near;
    this.far = far;
    this.wire = new Wire(near.getInputStream(), near.getOutputStream());
  }

  /**
   * A server that has heard {@code initialize}.
   *
   * @param capabilities of the client
   */
  public static InProcessServer start(JsonObject capabilities) {
    try (ServerSocket listener = new ServerSocket(0, 1, InetAddress.getLoopbackAddress())) {
      Socket near = new Socket(listener.getInetAddress(), listener.getLocalPort());
      Socket far = listener.accept();
      // A header and its message are two packets: the second would wait until the first has been
      // heard of.
      near.setTcpNoDelay(true);
      far.setTcpNoDelay(true);
      InProcessServer server = new InProcessServer(near, far);
      server.serve();
      JsonObject params = new JsonObject();
      params.add("capabilities", capabilities);
      server.request("initialize", params);
      server.notify("initialized", new JsonObject());
      return server;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void serve() throws IOException {
    InputStream in = far.getInputStream();
    OutputStream out = far.getOutputStream();
    PrintStream log = new PrintStream(errors, true, StandardCharsets.UTF_8);
    Service service = new Service(in, out, log, Map.of(), new DaemonWords());
    Thread thread = new Thread(() -> service.run(OptionalLong.empty()), "in-process-server");
    thread.setDaemon(true);
    thread.start();
  }

  /** The whole answer to a request. */
  public JsonObject request(String method, @Nullable JsonElement params) {
    JsonObject message = message(method, params);
    message.addProperty("id", ++lastId);
    wire.send(message);
    try {
      while (true) {
        JsonObject next = wire.next();
        if (next == null) {
          throw new IllegalStateException("the server has gone: " + errors);
        }
        if (!next.has("method") && next.get("id").getAsInt() == lastId) {
          return next;
        }
      }
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  public void notify(String method, JsonElement params) {
    wire.send(message(method, params));
  }

  /** Opens a document in version 1. */
  public void open(String uri, String text) {
    JsonObject document = JsonParser.parseString("{\"languageId\":\"enit\"}").getAsJsonObject();
    document.addProperty("uri", uri);
    document.addProperty("version", 1);
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

  /** What the server printed as its log. */
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
