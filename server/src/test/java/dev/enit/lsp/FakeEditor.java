package dev.enit.lsp;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.enit.core.node.ErlangSide;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * A fake editor: it starts the server as a separate process and does what editors do with their
 * documents.
 */
final class FakeEditor extends FakeClient {
  private final Map<Path, Integer> versions = new HashMap<>();

  private FakeEditor(Process process, InputStream in, OutputStream out) {
    super(process, in, out);
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
            "--enable-native-access=ALL-UNNAMED",
            "-XX:TieredStopAtLevel=1",
            "-XX:+UseSerialGC",
            "-Denit.pages=src/main/resources/diagnostics"));
    command.add("-Denit.erlang=" + ErlangSide.folder());
    command.addAll(List.of("-cp", System.getProperty("java.class.path")));
    command.add(ServerProcess.class.getName());
    command.addAll(List.of(args));
    ProcessBuilder builder = new ProcessBuilder(command);
    builder.environment().putAll(environment);
    return builder.start();
  }

  static JsonObject json(String text) {
    return JsonParser.parseString(text).getAsJsonObject();
  }

  /** Begins a session; returns the server's capabilities. */
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

  /** Sends one incremental change; returns the version that it makes. */
  int edit(Path path, int line, int from, int to, String text) {
    JsonObject change = new JsonObject();
    change.add("range", range(line, from, line, to));
    change.addProperty("text", text);
    return change(path, change);
  }

  /** Sends a change of the whole text; returns the version that it makes. */
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

  /** Returns the Markdown of a hover; empty where there is none. */
  String hover(Path path, int line, int character) {
    JsonElement result = request("textDocument/hover", at(path, line, character));
    return result instanceof JsonObject hover
        ? hover.getAsJsonObject("contents").get("value").getAsString()
        : "";
  }

  /**
   * Returns the next diagnostics of a file in a version; those of other versions and files stay
   * unread.
   */
  JsonArray awaitDiagnostics(Path path, @Nullable Integer version) {
    return await(
            "diagnostics of " + path + " in version " + version,
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

  /** {@code line:character code} of every diagnostic, in order. */
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
}
