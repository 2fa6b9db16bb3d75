package dev.enit.lsp.feature;

import static org.junit.jupiter.api.Assertions.assertFalse;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import com.google.gson.JsonPrimitive;
import dev.enit.core.CaseTree;
import dev.enit.core.TextCase;
import dev.enit.grammar.term.LineIndex;
import dev.enit.grammar.term.Position;
import dev.enit.lsp.InProcessServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashMap;
import java.util.LinkedHashSet;
import java.util.Map;
import java.util.Set;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.DynamicTest;

/**
 * A runner of text cases against the server. Besides its files a case may have
 *
 * <ul>
 *   <li>{@code ask}: a line for each request, its method and, as JSON, the parameters beyond
 *       document and position; {@code $ROOT} is the URI of the tree, an item of a hierarchy is
 *       known by its name;
 *   <li>{@code client}: the capabilities of a client that has others than the usual ones;
 *   <li>{@code open}: further documents that are open, all of them where it says {@code all};
 *   <li>{@code options}: {@code crlf}, {@code latin1}.
 * </ul>
 */
final class FeatureCase implements AutoCloseable {
  /** The cookie of all cases; no answer has it. */
  private static final String SECRET = "hush";

  private final Path folder;
  private final JsonObject usual;
  private final Map<JsonObject, InProcessServer> servers = new HashMap<>();
  private final Map<String, JsonElement> items = new HashMap<>();
  private int trees;

  /**
   * Cases that write their trees below a folder.
   *
   * @param usual capabilities of the client
   */
  FeatureCase(Path folder, String usual) {
    try {
      this.folder = folder.toRealPath();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    this.usual = JsonParser.parseString(usual).getAsJsonObject();
  }

  /** Returns a test for each file of a folder below {@code src/test/resources/lsp}. */
  Stream<DynamicTest> tests(String cases) {
    return TextCase.tests("lsp/" + cases, this::run);
  }

  private String run(TextCase test) {
    CaseTree tree = CaseTree.of(test, newFolder());
    InProcessServer server = servers.computeIfAbsent(client(test), InProcessServer::start);
    Set<Path> open = open(test, tree);
    open.forEach(path -> server.open(uri(path), tree.text(path)));
    StringBuilder answers = new StringBuilder();
    for (String line : test.input("ask").lines().toList()) {
      answers.append(test.input("ask").lines().count() > 1 ? line + "\n" : "");
      answers.append(ask(server, tree, line));
    }
    open.forEach(path -> server.closeDocument(uri(path)));
    return answers.toString();
  }

  private JsonObject client(TextCase test) {
    String own = test.input("client");
    return own.isEmpty() ? usual : JsonParser.parseString(own).getAsJsonObject();
  }

  private static Set<Path> open(TextCase test, CaseTree tree) {
    Set<Path> open = new LinkedHashSet<>();
    tree.marked().ifPresent(open::add);
    if (test.input("open").strip().equals("all")) {
      open.addAll(tree.texts().keySet());
    } else {
      test.input("open").lines().map(tree.root()::resolve).forEach(open::add);
    }
    return open;
  }

  private String ask(InProcessServer server, CaseTree tree, String line) {
    String[] words = line.replace("$ROOT", uri(tree.root())).split(" ", 2);
    JsonObject params =
        words.length == 1 ? new JsonObject() : JsonParser.parseString(words[1]).getAsJsonObject();
    Path document = tree.marked().orElse(tree.root());
    JsonObject id = new JsonObject();
    id.addProperty("uri", uri(document));
    params.add("textDocument", id);
    if (!params.has("position")) {
      params.add("position", position(tree, document));
    }
    JsonArray positions = new JsonArray();
    positions.add(params.get("position"));
    params.add("positions", positions);
    if (params.get("item") instanceof JsonPrimitive name) {
      params.add("item", items.get(name.getAsString()));
    }
    JsonObject answer = server.request(words[0], params);
    remember(answer.get("result"));
    assertFalse(answer.toString().contains(SECRET), "shows a cookie");
    Path about =
        params.get("item") instanceof JsonObject item
            ? AnswerText.path(item.get("uri").getAsString())
            : document;
    return AnswerText.of(answer, tree, about);
  }

  /** Items of a hierarchy come back with the next question. */
  private void remember(@Nullable JsonElement result) {
    if (result instanceof JsonArray array) {
      array.forEach(this::remember);
    } else if (result instanceof JsonObject object && object.has("data")) {
      items.put(object.get("name").getAsString(), object);
    } else if (result instanceof JsonObject object) {
      remember(object.get("from"));
      remember(object.get("to"));
    }
  }

  private static JsonObject position(CaseTree tree, Path document) {
    Position at = LineIndex.of(tree.text(document)).position(tree.cursor());
    JsonObject position = new JsonObject();
    position.addProperty("line", at.line());
    position.addProperty("character", at.column());
    return position;
  }

  private static String uri(Path path) {
    return "file://" + path;
  }

  private Path newFolder() {
    try {
      return Files.createDirectory(folder.resolve("case" + trees++));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  @Override
  public void close() {
    servers.values().forEach(InProcessServer::close);
  }
}
