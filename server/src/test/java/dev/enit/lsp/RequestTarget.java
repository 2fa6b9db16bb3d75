package dev.enit.lsp;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParseException;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.enit.fuzz.FuzzTarget;
import dev.enit.lsp.RequestCorpus.Question;
import dev.enit.lsp.RequestCorpus.Spot;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Random;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * The fuzz target of LSP messages with legal and illegal parameters: every request has a response,
 * none is an internal error, and no notification is a fault of the server.
 */
public final class RequestTarget implements FuzzTarget {
  private static final int INTERNAL_ERROR = -32603;

  /** Inputs for one server: what it keeps of them does not grow. */
  private static final int INPUTS = 200;

  /** They end the session. */
  private static final Set<String> LAST = Set.of("shutdown", "exit");

  private static final String FOLDER = "file:///FOLDER/";
  private static final String URI = FOLDER + "etc/enit/web/user.config";
  private static final String TEXT =
      "%% 🦊\\r"
          + "\\n"
          + "{shop, [{size, \\\"/usr\\\"},\\t{a, #{b => <<1>>}}]}.\\n"
          + "{node, [{cookie, x}]}.\\n"
          + "{shop,";

  private static final List<String> NOTIFICATIONS =
      List.of(
          "textDocument/didChange {'textDocument': {'uri': 'URI', 'version': 2}, 'contentChanges':"
              + " [{'range': {'start': {'line': 1, 'character': 2}, 'end': {'line': 1,"
              + " 'character': 3}}, 'text': 'x'}, {'text': '{shop, []}.'}]}",
          "textDocument/didSave {'textDocument': {'uri': 'URI'}, 'text': 'x'}",
          "textDocument/didClose {'textDocument': {'uri': 'URI'}}",
          "workspace/didChangeWatchedFiles {'changes': [{'uri': 'URI', 'type': 2}]}",
          "workspace/didChangeConfiguration {'settings': {'enit': {'otp': '/none', 'libDirs':"
              + " ['lib']}}}",
          "workspace/didChangeWorkspaceFolders {'event': {'added': [{'uri': 'FOLDER', 'name':"
              + " 'x'}], 'removed': [{'uri': 'FOLDER/x', 'name': 'y'}]}}",
          "window/workDoneProgress/cancel {'token': 1}",
          "$/setTrace {'value': 'verbose'}",
          "$/cancelRequest {'id': 7}",
          "initialized {}",
          "initialize {'capabilities': {}, 'processId': null, 'rootUri': 'FOLDER'}",
          "completionItem/resolve {'label': 'x', 'data': {'uri': 'URI', 'name': 'x'}}",
          "codeAction/resolve {'title': 'x', 'data': {'uri': 'URI', 'index': 0, 'version': 1}}",
          "callHierarchy/incomingCalls {'item': {'name': 'x', 'kind': 1, 'uri': 'URI', 'data':"
              + " {}}}",
          "$/unknown [1, {'a': null}]");

  private static final String[] VALUES = {
    "null",
    "-1",
    "0",
    "1e300",
    "2147483648",
    "-9223372036854775809",
    "1.5",
    "true",
    "\"\"",
    "\"x\"",
    "[]",
    "{}",
    "[null]",
    "\"file://\"",
    "\"file:///%zz\"",
    "\"untitled:a\"",
    "\"enit:///x/effective.config\"",
    "\"\\ud800\"",
    "\"\\u0000\"",
    "{\"line\": 0}",
    "[[[[[[1]]]]]]"
  };

  private final Path folder;
  private @Nullable InProcessServer server;
  private int inputs;

  /** Creates a target with a separate folder. */
  public RequestTarget() {
    try {
      folder = Files.createTempDirectory("enit-fuzz-requests").toRealPath();
      write("var/lib/enit/web/release.enit", "{release, web, [{vsn, \"1\"}, {applications, []}]}.");
      write("var/lib/enit/web/a.config", "{shop, [{size, 2}]}.\n");
      write("etc/enit/web/user.config", "{shop, [{size, 3}]}.\n");
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private void write(String path, String text) throws IOException {
    Files.createDirectories(folder.resolve(path).getParent());
    Files.writeString(folder.resolve(path), text);
  }

  @Override
  public String name() {
    return "requests";
  }

  @Override
  public List<byte[]> corpus() {
    List<byte[]> corpus = new ArrayList<>();
    for (Question question : RequestCorpus.about(new Spot(URI, 1, 3, 2, 2))) {
      corpus.add(input(message(question.method(), question.params())));
    }
    for (String notification : NOTIFICATIONS) {
      int space = notification.indexOf(' ');
      String params =
          notification
              .substring(space + 1)
              .replace('\'', '"')
              .replace("URI", URI)
              .replace("\"FOLDER", "\"" + FOLDER);
      corpus.add(input(message(notification.substring(0, space), JsonParser.parseString(params))));
    }
    return corpus;
  }

  private static JsonObject message(String method, JsonElement params) {
    JsonObject message = new JsonObject();
    message.addProperty("method", method);
    message.add("params", params);
    return message;
  }

  private static byte[] input(JsonObject message) {
    String open =
        """
        {"textDocument": {"uri": "%s", "languageId": "enit", "version": 1, "text": "%s"}}
        """
            .formatted(URI, TEXT);
    JsonArray messages = new JsonArray();
    messages.add(message("textDocument/didOpen", JsonParser.parseString(open)));
    messages.add(message);
    return messages.toString().getBytes(UTF_8);
  }

  @Override
  public byte[] mutate(byte[] input, byte[] other, Random random) {
    JsonElement changed =
        changed(parsed(input), any(parsed(other), random), 2 + random.nextInt(8), random);
    byte[] bytes = changed.toString().getBytes(UTF_8);
    return bytes.length > LONGEST / 4 || !changed.isJsonArray() ? input : bytes;
  }

  private static JsonElement parsed(byte[] input) {
    try {
      return JsonParser.parseString(new String(input, UTF_8));
    } catch (JsonParseException e) {
      return new JsonArray();
    }
  }

  /** Returns a value somewhere within another. */
  private static JsonElement any(JsonElement value, Random random) {
    List<JsonElement> inner = inner(value);
    return inner.isEmpty() || random.nextInt(4) == 0
        ? value
        : any(inner.get(random.nextInt(inner.size())), random);
  }

  private static List<JsonElement> inner(JsonElement value) {
    return switch (value) {
      case JsonArray array -> array.asList();
      case JsonObject object -> List.copyOf(object.asMap().values());
      default -> List.of();
    };
  }

  /** Returns a copy in which one value, at most so deep, is another, absent, or there twice. */
  private static JsonElement changed(
      JsonElement value, JsonElement other, int depth, Random random) {
    if (depth == 0 || inner(value).isEmpty()) {
      return random.nextInt(3) == 0
          ? other
          : JsonParser.parseString(VALUES[random.nextInt(VALUES.length)]);
    }
    if (value instanceof JsonArray array) {
      JsonArray copy = array.deepCopy();
      int index = random.nextInt(copy.size());
      switch (random.nextInt(6)) {
        case 0 -> copy.add(copy.get(index).deepCopy());
        case 1 -> copy.add(other);
        default -> copy.set(index, changed(copy.get(index), other, depth - 1, random));
      }
      return copy;
    }
    JsonObject copy = value.getAsJsonObject().deepCopy();
    List<String> names = List.copyOf(copy.keySet());
    String name = names.get(random.nextInt(names.size()));
    if (random.nextInt(6) == 0) {
      copy.remove(name);
    } else {
      copy.add(name, changed(copy.get(name), other, depth - 1, random));
    }
    return copy;
  }

  @Override
  public void run(byte[] input) throws Exception {
    if (!(parsed(input) instanceof JsonArray messages)) {
      return;
    }
    InProcessServer used = server();
    try {
      for (JsonElement message : messages) {
        send(used, message);
      }
      used.request("$/nothing", null);
      String errors = used.errors();
      assertTrue(!errors.contains("\tat "), errors);
    } catch (AssertionError | RuntimeException e) {
      end();
      throw e;
    }
  }

  private void send(InProcessServer used, JsonElement value) {
    String text = value.toString().replace(FOLDER, "file://" + folder + "/");
    JsonElement element = JsonParser.parseString(text);
    if (!(element instanceof JsonObject message
        && message.get("method") instanceof JsonPrimitive name
        && name.isString())) {
      used.sendBody(text);
      return;
    }
    String method = name.getAsString();
    if (LAST.contains(method)) {
      return;
    }
    if (Methods.ALL.get(method) instanceof Method.Request<?> || method.equals("initialize")) {
      JsonObject response = used.request(method, message.get("params"));
      if (response.get("error") instanceof JsonObject error) {
        int code = error.get("code").getAsInt();
        assertNotEquals(INTERNAL_ERROR, code, () -> text + ": " + error + used.errors());
      }
    } else {
      used.notify(method, message.get("params"));
    }
  }

  private InProcessServer server() {
    if (inputs++ % INPUTS == 0) {
      end();
    }
    InProcessServer present = server;
    if (present == null) {
      JsonObject initialize =
          RequestCorpus.initialize(new JsonObject(), List.of("file://" + folder));
      present = InProcessServer.start(initialize, (_, _) -> {});
      server = present;
    }
    return present;
  }

  private void end() {
    if (server != null) {
      server.close();
      server = null;
    }
  }

  @Override
  public void close() throws IOException {
    end();
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
