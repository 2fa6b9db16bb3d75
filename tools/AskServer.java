import com.google.gson.Gson;
import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonNull;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.DataInputStream;
import java.io.EOFException;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.TimeUnit;

/**
 * An editor of one minute: opens a file in a language server, asks what is under the cursor, prints
 * the answer, leaves.
 *
 * <p>{@code make demo} shows a hover with it; {@code tools/dist} uses it to let the server rehearse
 * for its AOT cache. Fails when the server says nothing about the place or does not leave by itself
 * with status 0.
 *
 * <p>Usage: {@code java -cp gson.jar AskServer.java ROOT FILE TEXT SERVER [ARGUMENT...]}; the
 * cursor stands on the first TEXT in FILE. With ASK_NODE=PID in the environment, the process of the
 * release's node, it stays until the server has seen the node, ends it, and stays until the server
 * has seen that too.
 */
final class AskServer {
  private static final long DEADLINE_SECONDS = 60;

  private final Gson gson = new Gson();
  private final DataInputStream in;
  private final OutputStream out;
  private int lastId;

  private AskServer(Process server) {
    in = new DataInputStream(server.getInputStream());
    out = server.getOutputStream();
  }

  public static void main(String[] args) throws Exception {
    Path file = Path.of(args[1]).toAbsolutePath();
    List<String> command = List.of(args).subList(3, args.length);
    Process server =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    CompletableFuture.runAsync(
        server::destroyForcibly,
        CompletableFuture.delayedExecutor(DEADLINE_SECONDS, TimeUnit.SECONDS));
    AskServer session = new AskServer(server);
    String hover = session.hover(Path.of(args[0]).toAbsolutePath().toUri(), file, args[2]);
    server.getInputStream().transferTo(OutputStream.nullOutputStream());
    int status = server.waitFor();
    System.out.println(hover);
    System.exit(status);
  }

  private String hover(Object root, Path file, String text) throws IOException {
    Map<String, Object> folder = Map.of("uri", root, "name", "folder");
    JsonObject capabilities =
        call(
            "initialize",
            Map.of(
                "processId", ProcessHandle.current().pid(),
                "rootUri", root,
                "workspaceFolders", List.of(folder),
                "capabilities", JsonParser.parseString(CAPABILITIES)));
    notify("initialized", Map.of());
    String content = Files.readString(file);
    Map<String, Object> document = Map.of("uri", file.toUri());
    notify(
        "textDocument/didOpen",
        Map.of(
            "textDocument",
            Map.of("uri", file.toUri(), "languageId", "erlang", "version", 1, "text", content)));
    if (capabilities.getAsJsonObject("capabilities").has("diagnosticProvider")) {
      call("textDocument/diagnostic", Map.of("textDocument", document));
    }
    type(file, content, " ");
    JsonObject answer =
        call(
            "textDocument/hover",
            Map.of("textDocument", document, "position", position(content, text)));
    String node = System.getenv("ASK_NODE");
    if (node != null) {
      awaitNode(document, List.of("running", "starting", "unreachable"));
      ProcessHandle.of(Long.parseLong(node)).orElseThrow().destroy();
      awaitNode(document, List.of("stopped"));
    }
    notify("textDocument/didClose", Map.of("textDocument", document));
    call("shutdown", null);
    notify("exit", null);
    return answer.getAsJsonObject("contents").get("value").getAsString();
  }

  /** Asks until the server reports one of these states of the release's node. */
  private void awaitNode(Map<String, Object> document, List<String> kinds) throws IOException {
    String kind = "";
    while (!kinds.contains(kind)) {
      kind = call("enit/release", document).getAsJsonObject("state").get("kind").getAsString();
    }
  }

  private static final String CAPABILITIES =
      """
      {"general": {"positionEncodings": ["utf-16"]},
       "textDocument": {"hover": {"contentFormat": ["markdown"]},
                        "diagnostic": {"relatedDocumentSupport": true},
                        "publishDiagnostics": {"versionSupport": true, "relatedInformation": true}},
       "workspace": {"workspaceFolders": true}}
      """;

  /** Adds to the end of the file what a user might type there. */
  private void type(Path file, String content, String added) throws IOException {
    Map<String, Object> end = position(content, content.length());
    notify(
        "textDocument/didChange",
        Map.of(
            "textDocument", Map.of("uri", file.toUri(), "version", 2),
            "contentChanges",
                List.of(Map.of("range", Map.of("start", end, "end", end), "text", added))));
  }

  private static Map<String, Object> position(String content, String text) throws IOException {
    int at = content.indexOf(text);
    if (at < 0) {
      throw new IOException("the file does not contain " + text);
    }
    return position(content, at);
  }

  private static Map<String, Object> position(String content, int at) {
    String before = content.substring(0, at);
    return Map.of(
        "line",
        before.chars().filter(c -> c == '\n').count(),
        "character",
        at - before.lastIndexOf('\n') - 1);
  }

  /**
   * Sends a request and waits for its answer; what the server asks meanwhile gets an empty answer.
   */
  private JsonObject call(String method, Object params) throws IOException {
    int id = ++lastId;
    send(id, method, params);
    while (true) {
      JsonObject message = read();
      if (message.has("method") && message.has("id")) {
        answer(message);
      } else if (message.has("id") && message.get("id").getAsInt() == id) {
        return result(method, message);
      }
    }
  }

  private static JsonObject result(String method, JsonObject message) throws IOException {
    JsonElement result = message.get("result");
    if (message.has("error") || !method.equals("shutdown") && !(result instanceof JsonObject)) {
      throw new IOException(method + " was answered with " + message);
    }
    return method.equals("shutdown") ? message : result.getAsJsonObject();
  }

  private void answer(JsonObject request) throws IOException {
    JsonObject response = new JsonObject();
    response.addProperty("jsonrpc", "2.0");
    response.add("id", request.get("id"));
    boolean configuration = request.get("method").getAsString().equals("workspace/configuration");
    response.add("result", configuration ? nulls(request) : JsonNull.INSTANCE);
    write(response);
  }

  private static JsonArray nulls(JsonObject request) {
    JsonArray nulls = new JsonArray();
    request
        .getAsJsonObject("params")
        .getAsJsonArray("items")
        .forEach(item -> nulls.add(JsonNull.INSTANCE));
    return nulls;
  }

  private void notify(String method, Object params) throws IOException {
    send(0, method, params);
  }

  private void send(int id, String method, Object params) throws IOException {
    JsonObject message = new JsonObject();
    message.addProperty("jsonrpc", "2.0");
    if (id != 0) {
      message.addProperty("id", id);
    }
    message.addProperty("method", method);
    if (params != null) {
      message.add("params", gson.toJsonTree(params));
    }
    write(message);
  }

  private void write(JsonObject message) throws IOException {
    byte[] body =
        gson.newBuilder()
            .serializeNulls()
            .create()
            .toJson(message)
            .getBytes(StandardCharsets.UTF_8);
    out.write(("Content-Length: " + body.length + "\r\n\r\n").getBytes(StandardCharsets.US_ASCII));
    out.write(body);
    out.flush();
  }

  private JsonObject read() throws IOException {
    int length = -1;
    for (String header = header(); !header.isEmpty(); header = header()) {
      if (header.regionMatches(true, 0, "Content-Length:", 0, 15)) {
        length = Integer.parseInt(header.substring(15).strip());
      }
    }
    byte[] body = new byte[length];
    in.readFully(body);
    return JsonParser.parseString(new String(body, StandardCharsets.UTF_8)).getAsJsonObject();
  }

  private String header() throws IOException {
    StringBuilder line = new StringBuilder();
    for (int c = in.read(); c != '\n'; c = in.read()) {
      if (c < 0) {
        throw new EOFException("the server left in the middle");
      }
      line.append((char) c);
    }
    return line.toString().strip();
  }
}
