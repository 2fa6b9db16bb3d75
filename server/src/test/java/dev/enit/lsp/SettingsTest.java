package dev.enit.lsp;

import static dev.enit.lsp.FakeEditor.json;
import static dev.enit.lsp.FakeEditor.summary;
import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Objects;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests settings from every source, while the server runs, and file watching. */
class SettingsTest {
  private static final String NEEDS_EGG =
      "{release, shop, [{vsn, \"1.0\"}, {applications, [sasl, egg]}]}.\n";
  private static final String EGG =
      "{application, egg, [{vsn, \"1.0\"}, {modules, []}, {registered, []},"
          + " {applications, [kernel, stdlib]}]}.\n";
  private static final String MISSING = "[0:53 EN301]";

  @TempDir private Path folder;
  private ServerReleaseTree tree;

  @BeforeEach
  void writeTree() throws IOException {
    tree = ServerReleaseTree.in(folder);
    Path ebin = tree.root().resolve("more/egg-1.0/ebin");
    Files.createDirectories(ebin);
    Files.writeString(ebin.resolve("egg.app"), EGG);
  }

  private String initialize(String capabilities, String options) {
    return "{\"capabilities\": %s, \"initializationOptions\": %s, \"rootUri\": \"%s\"}"
        .formatted(capabilities, options, FakeEditor.uri(tree.root()));
  }

  private String open(FakeEditor editor) {
    editor.open(tree.specification(), NEEDS_EGG);
    return diagnostics(editor);
  }

  private String diagnostics(FakeEditor editor) {
    return summary(editor.awaitDiagnostics(tree.specification(), null)).toString();
  }

  @Test
  void comeWithTheFirstWords() throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize(initialize("{}", "{\"libDirs\": [\"more\"], \"otp\": \"\"}"));
      assertEquals("[]", open(editor));
      editor.shutdown();
    }
  }

  @Test
  void canBePushedAtAnyTime() throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize(initialize("{}", "null"));
      assertEquals(MISSING, open(editor));
      editor.notify(
          "workspace/didChangeConfiguration",
          json("{\"settings\": {\"enit\": {\"libDirs\": [\"more\"]}}}"));
      assertEquals("[]", diagnostics(editor));
      editor.notify(
          "workspace/didChangeConfiguration", json("{\"settings\": {\"enit\": {\"libDirs\": 7}}}"));
      assertEquals(MISSING, diagnostics(editor));
      editor.shutdown();
    }
  }

  @Test
  void areAskedForBeforeAnythingIsToldAndAgainWhenTheyChange() throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize(
          initialize(
              "{\"workspace\": {\"configuration\": true,"
                  + " \"didChangeConfiguration\": {\"dynamicRegistration\": true}}}",
              "null"));
      JsonElement registration = editor.awaitRequest("client/registerCapability", null);
      assertTrue(String.valueOf(registration).contains("\"section\":\"enit\""));
      editor.open(tree.specification(), NEEDS_EGG);
      JsonElement asked = answerSettings(editor, "{\"libDirs\": [\"more\"]}");
      assertEquals("{\"items\":[{\"section\":\"enit\"}]}", asked.toString());
      assertEquals("[]", diagnostics(editor));
      editor.notify("workspace/didChangeConfiguration", json("{\"settings\": null}"));
      answerSettings(editor, "null");
      assertEquals(MISSING, diagnostics(editor));
      editor.shutdown();
    }
  }

  private static JsonElement answerSettings(FakeEditor editor, String settings) {
    JsonArray answer = new JsonArray();
    answer.add(JsonParser.parseString(settings));
    return Objects.requireNonNull(editor.awaitRequest("workspace/configuration", answer));
  }

  @Test
  void ofTheFileInTheTreeCountWhenItIsSaved() throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize(initialize("{}", "null"));
      assertEquals(MISSING, open(editor));
      Path settings = tree.root().resolve("enit.config");
      Files.writeString(settings, "{lib_dirs, [\"more\"]}.\n");
      editor.save(settings);
      assertEquals("[]", diagnostics(editor));
      editor.shutdown();
    }
  }

  @Test
  void theClientWatchesWhatItCanAndWhereItCan() throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize(
          initialize(
              "{\"workspace\": {\"didChangeWatchedFiles\":"
                  + " {\"dynamicRegistration\": true, \"relativePatternSupport\": true}}}",
              "{\"releaseDir\": \"/srv/releases\", \"configDir\": \"etc/enit\"}"));
      JsonObject watch =
          Objects.requireNonNull(editor.awaitRequest("client/registerCapability", null))
              .getAsJsonObject()
              .getAsJsonArray("registrations")
              .get(0)
              .getAsJsonObject();
      assertEquals("workspace/didChangeWatchedFiles", watch.get("method").getAsString());
      assertEquals(
          List.of(
              "\"**/release.enit\"",
              "\"**/*.config\"",
              "\"**/ebin/*.app\"",
              "{\"baseUri\":\"file:///srv/releases\",\"pattern\":\"**/release.enit\"}",
              "{\"baseUri\":\"file:///srv/releases\",\"pattern\":\"**/*.config\"}",
              "{\"baseUri\":\"file:///srv/releases\",\"pattern\":\"**/ebin/*.app\"}"),
          patterns(watch));
      assertEquals("[0:53 EN301]", open(editor));
      editor.shutdown();
    }
  }

  private static List<String> patterns(JsonObject registration) {
    return registration
        .getAsJsonObject("registerOptions")
        .getAsJsonArray("watchers")
        .asList()
        .stream()
        .map(watcher -> watcher.getAsJsonObject().get("globPattern").toString())
        .toList();
  }

  @Test
  void anotherFolderIsWatchedWhenTheSettingsNameIt() throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize(
          initialize(
              "{\"workspace\": {\"didChangeWatchedFiles\":"
                  + " {\"dynamicRegistration\": true, \"relativePatternSupport\": true}}}",
              "{\"releaseDir\": \"var/lib/enit\", \"configDir\": \"etc/enit\"}"));
      editor.awaitRequest("client/registerCapability", null);
      editor.notify(
          "workspace/didChangeConfiguration",
          json("{\"settings\": {\"enit\": {\"libDirs\": [\"/srv/lib\"]}}}"));
      editor.awaitRequest("client/unregisterCapability", null);
      JsonElement watch = editor.awaitRequest("client/registerCapability", null);
      assertTrue(String.valueOf(watch).contains("file:///srv/lib"));
      editor.shutdown();
    }
  }

  @Test
  void withoutAWatchingClientTheServerLooksItself() throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize(initialize("{}", "null"));
      editor.open(tree.user(), ServerReleaseTree.USER);
      assertEquals("[]", summary(editor.awaitDiagnostics(tree.user(), null)).toString());
      Files.writeString(tree.specification(), NEEDS_EGG);
      editor.save(tree.user());
      assertEquals(MISSING, diagnostics(editor));
      editor.shutdown();
    }
  }

  @Test
  void aWatchingClientTellsOfApplicationsToo() throws IOException {
    try (FakeEditor editor = FakeEditor.start()) {
      editor.initialize(initialize("{}", "{\"libDirs\": [\"late\"]}"));
      assertEquals(MISSING, open(editor));
      Path app = tree.root().resolve("late/egg-2.0/ebin/egg.app");
      Files.createDirectories(Objects.requireNonNull(app.getParent()));
      Files.writeString(app, EGG);
      editor.notify(
          "workspace/didChangeWatchedFiles",
          json("{\"changes\": [{\"uri\": \"%s\", \"type\": 1}]}".formatted(FakeEditor.uri(app))));
      assertEquals("[]", diagnostics(editor));
      editor.shutdown();
    }
  }
}
