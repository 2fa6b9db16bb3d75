package dev.enit.lsp;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import dev.enit.grammar.parse.TermParser;
import java.io.IOException;
import java.nio.file.Path;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.DynamicTest;
import org.junit.jupiter.api.TestFactory;

/** Tests the effective configuration of every folder of {@code src/test/resources/effective}. */
class EffectiveFixturesTest {
  private static FakeEditor editor;

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
  Stream<DynamicTest> pages() throws IOException {
    return FixtureTrees.of("effective").stream()
        .map(tree -> DynamicTest.dynamicTest(tree.getFileName().toString(), () -> check(tree)));
  }

  private static void check(Path tree) throws IOException {
    JsonObject params = new JsonObject();
    String folder = tree.resolve("var/lib/enit/web").toString();
    params.addProperty("uri", "enit:" + folder + "/effective.config");
    String text =
        editor
            .request("workspace/textDocumentContent", params)
            .getAsJsonObject()
            .get("text")
            .getAsString();
    assertTrue(TermParser.parse(text).isIntact(), "Erlang reads it");
    assertFalse(text.contains("hush"), "shows a cookie");
    String actual = text.replace(tree.toString(), "/…").replaceAll("@.*", "@HOST");
    assertEquals(FixtureTrees.expected(tree, actual), actual);
  }
}
