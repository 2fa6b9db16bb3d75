package dev.enit.lsp;

import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.enit.core.CaseTree;
import dev.enit.core.TextCase;
import dev.enit.grammar.parse.TermParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;
import org.junit.jupiter.api.io.TempDir;

/** Tests the effective configuration of every file of {@code lsp/effective}. */
class EffectiveFixturesTest {
  private static FakeEditor editor;

  @TempDir Path temp;

  @BeforeAll
  static void start() throws IOException {
    editor = FakeEditor.start();
    editor.initialize("{\"capabilities\": {}}");
  }

  @AfterAll
  static void stop() {
    editor.close();
  }

  @TestFactory
  Stream<DynamicTest> pages() {
    return TextCase.tests("lsp/effective", this::page);
  }

  private String page(TextCase test) {
    Path root = CaseTree.of(test, temp.resolve(test.name())).root();
    JsonObject params = new JsonObject();
    params.addProperty("uri", "enit:" + root + "/var/lib/enit/web/effective.config");
    String text =
        editor
            .request("workspace/textDocumentContent", params)
            .getAsJsonObject()
            .get("text")
            .getAsString();
    assertTrue(TermParser.parse(text).isIntact(), "Erlang reads it");
    assertFalse(text.contains("hush"), "shows a cookie");
    return text.replace(root.toString(), "/…").replaceAll("@.*", "@HOST");
  }
}
