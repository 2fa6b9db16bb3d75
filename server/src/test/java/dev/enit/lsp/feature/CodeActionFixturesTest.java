package dev.enit.lsp.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.enit.core.CaseTree;
import dev.enit.core.TextCase;
import dev.enit.core.config.EffectiveValue;
import dev.enit.core.release.Release;
import dev.enit.core.settings.HostFacts;
import dev.enit.core.settings.Settings;
import dev.enit.core.workspace.Workspace;
import dev.enit.core.workspace.WorkspaceHost;
import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.LineIndex;
import dev.enit.grammar.term.Position;
import dev.enit.grammar.term.TermPrinter;
import dev.enit.lsp.InProcessServer;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.TestInstance;
import org.junit.jupiter.api.TestInstance.Lifecycle;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests every file of {@code lsp/actions}: the code actions at a cursor, and the files after each.
 * A case may have {@code only}, a kind of the protocol; {@code named}, the code of the diagnostics
 * that the client names; {@code select}, the text that is selected from the cursor on; {@code
 * show}, a part of the titles whose files are shown, where there are many offers; and {@code
 * changes} where a value is meant to change.
 */
@TestInstance(Lifecycle.PER_CLASS)
class CodeActionFixturesTest {
  private static final String CLIENT =
      """
      {"textDocument": {"codeAction": {
         "codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}},
         "isPreferredSupport": true, "dataSupport": true,
         "resolveSupport": {"properties": ["edit"]}}},
       "workspace": {"workspaceEdit": {
         "documentChanges": true, "resourceOperations": ["create"]}}}
      """;

  @SuppressWarnings("NullAway.Init")
  private InProcessServer server;

  @SuppressWarnings("NullAway.Init")
  private Path folder;

  private int trees;

  @BeforeAll
  void start(@TempDir Path temp) throws IOException {
    folder = temp.toRealPath();
    server = InProcessServer.start(JsonParser.parseString(CLIENT).getAsJsonObject());
  }

  @AfterAll
  void stop() {
    server.close();
  }

  @TestFactory
  Stream<DynamicTest> actions() {
    return TextCase.tests("lsp/actions", this::run);
  }

  private String run(TextCase test) {
    CaseTree tree = CaseTree.of(test, newFolder());
    Path marked = tree.marked().orElseThrow();
    server.open(uri(marked), tree.text(marked));
    StringBuilder out = new StringBuilder();
    for (JsonElement offer : offers(test, tree, marked)) {
      JsonObject action = offer.getAsJsonObject();
      String title = action.get("title").getAsString();
      out.append("## ").append(action.get("kind").getAsString()).append(": ").append(title);
      out.append(action.has("isPreferred") ? " (preferred)\n" : "\n");
      Map<Path, String> changed = changed(tree, resolved(action));
      if (title.contains(test.input("show").strip())) {
        changed.forEach(
            (path, text) -> {
              String shown = masked(text).replace("\r\n", "␍\n");
              out.append("== ").append(tree.shown(uri(path))).append('\n').append(shown);
            });
      }
      changed.forEach((path, text) -> check(tree, path, text, title));
      if (!mayChangeValues(action)) {
        assertEquals(values(tree, Map.of()), values(tree, changed), title + " changes a value");
      }
    }
    server.closeDocument(uri(marked));
    return out.isEmpty() ? "nothing\n" : out.toString();
  }

  private Path newFolder() {
    try {
      return Files.createDirectory(folder.resolve("case" + trees++));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  /** Asserts what no action may break. */
  private static void check(CaseTree tree, Path path, String text, String title) {
    if (!tree.texts().containsKey(path) || TermParser.parse(tree.text(path)).isIntact()) {
      assertTrue(TermParser.parse(text).isIntact(), title + " breaks " + path + ":\n" + text);
    }
  }

  private static boolean mayChangeValues(JsonObject action) {
    String title = action.get("title").getAsString();
    return !action.get("kind").getAsString().startsWith("refactor")
        || title.startsWith("Write")
        || title.startsWith("Insert")
        || title.contains("cookie");
  }

  /**
   * Returns every value that is in force in the release of the marked file, with some texts
   * changed.
   */
  private static List<String> values(CaseTree tree, Map<Path, String> changed) {
    WorkspaceHost host = new WorkspaceHost(Settings.NONE, Map.of(), HostFacts.ofThisHost());
    changed.forEach((path, text) -> host.open(path, 1, text));
    Workspace workspace = host.snapshot();
    List<String> values = new ArrayList<>();
    workspace
        .releaseOf(tree.marked().orElseThrow())
        .map(workspace::release)
        .map(Release::config)
        .ifPresent(
            config ->
                config.applications().stream()
                    .flatMap(application -> config.values(application).stream())
                    .forEach(value -> values.add(text(value))));
    return values;
  }

  private static String text(EffectiveValue value) {
    return value.application() + " " + value.key() + " " + TermPrinter.print(value.value());
  }

  private static String masked(String text) {
    return text.replaceAll("(?<=\\{cookie, \")[A-Za-z0-9]{32}(?=\"\\})", "32 RANDOM LETTERS");
  }

  private JsonArray offers(TextCase test, CaseTree tree, Path marked) {
    String text = tree.text(marked);
    JsonObject range = new JsonObject();
    range.add("start", position(text, tree.cursor()));
    range.add("end", position(text, tree.cursor() + test.input("select").strip().length()));
    JsonObject context = new JsonObject();
    context.add("diagnostics", named(test.input("named").strip(), marked));
    if (!test.input("only").isBlank()) {
      JsonArray only = new JsonArray();
      only.add(test.input("only").strip());
      context.add("only", only);
    }
    JsonObject params = new JsonObject();
    JsonObject id = new JsonObject();
    id.addProperty("uri", uri(marked));
    params.add("textDocument", id);
    params.add("range", range);
    params.add("context", context);
    return server.request("textDocument/codeAction", params).getAsJsonArray("result");
  }

  /** Returns the diagnostics of a code, as the client had them from the server. */
  private JsonArray named(String code, Path marked) {
    JsonArray named = new JsonArray();
    if (!code.isEmpty()) {
      JsonObject params = new JsonObject();
      JsonObject id = new JsonObject();
      id.addProperty("uri", uri(marked));
      params.add("textDocument", id);
      JsonObject report = server.request("textDocument/diagnostic", params);
      for (JsonElement item : report.getAsJsonObject("result").getAsJsonArray("items")) {
        if (item.getAsJsonObject().get("code").getAsString().equals(code)) {
          named.add(item);
        }
      }
      assertTrue(!named.isEmpty(), "there is no " + code);
    }
    return named;
  }

  private JsonObject resolved(JsonObject action) {
    if (action.has("edit")) {
      return action.getAsJsonObject("edit");
    }
    JsonObject answer = server.request("codeAction/resolve", action);
    assertTrue(answer.has("result"), () -> "not resolved: " + answer);
    return answer.getAsJsonObject("result").getAsJsonObject("edit");
  }

  /** Returns the texts after the changes, as a client makes them. */
  private static Map<Path, String> changed(CaseTree tree, JsonObject edit) {
    Map<Path, String> texts = new TreeMap<>();
    for (JsonElement element : edit.getAsJsonArray("documentChanges")) {
      JsonObject change = element.getAsJsonObject();
      if (change.has("kind")) {
        assertEquals("create", change.get("kind").getAsString());
        Path created = path(change.get("uri").getAsString());
        assertTrue(!Files.exists(created), "there is a " + created);
        texts.put(created, "");
      } else {
        Path path = path(change.getAsJsonObject("textDocument").get("uri").getAsString());
        assertTrue(change.getAsJsonObject("textDocument").has("version"), "no version");
        String before = texts.getOrDefault(path, tree.text(path));
        texts.put(path, edited(before, change.getAsJsonArray("edits")));
      }
    }
    return texts;
  }

  private static String edited(String text, JsonArray edits) {
    LineIndex lines = LineIndex.of(text);
    StringBuilder changed = new StringBuilder(text);
    int behind = Integer.MAX_VALUE;
    for (int i = edits.size() - 1; i >= 0; i--) {
      JsonObject edit = edits.get(i).getAsJsonObject();
      int start = offset(edit, "start", lines);
      int end = offset(edit, "end", lines);
      assertTrue(end <= behind, "changes overlap");
      changed.replace(start, end, edit.get("newText").getAsString());
      behind = start;
    }
    return changed.toString();
  }

  private static int offset(JsonObject edit, String end, LineIndex lines) {
    JsonObject position = edit.getAsJsonObject("range").getAsJsonObject(end);
    return lines.offset(
        new Position(position.get("line").getAsInt(), position.get("character").getAsInt()));
  }

  private static JsonObject position(String text, int offset) {
    Position position = LineIndex.of(text).position(offset);
    JsonObject json = new JsonObject();
    json.addProperty("line", position.line());
    json.addProperty("character", position.column());
    return json;
  }

  private static String uri(Path path) {
    return "file://" + path;
  }

  private static Path path(String uri) {
    return Path.of(java.net.URI.create(uri));
  }
}
