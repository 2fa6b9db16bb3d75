package dev.enit.lsp.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.enit.lsp.InProcessServer;
import dev.enit.lsp.RequestCorpus;
import dev.enit.lsp.RequestCorpus.Question;
import dev.enit.lsp.RequestCorpus.Spot;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests documents that are larger than users write by hand. */
class LargeDocumentTest {
  private static final int SIZE = 12 * 1024 * 1024;
  private static final String CLIENT =
      "{\"textDocument\": {\"diagnostic\": {}}, \"workspace\": {\"diagnostics\":"
          + " {\"refreshSupport\": true}}}";

  @TempDir private Path temporary;
  private Path root = Path.of("");

  @BeforeEach
  void makeRelease() throws IOException {
    root = temporary.toRealPath();
    Path folder = Files.createDirectories(root.resolve("var/lib/enit/web"));
    Files.writeString(
        folder.resolve("release.enit"),
        "{release, web, [{vsn, \"1\"}, {applications, [nowhere]}]}.\n");
  }

  @Test
  void onlyTheSyntaxOfAHugeDocumentIsLookedAtAndItSaysSo() {
    try (InProcessServer server = start()) {
      String uri = uri("huge.config");
      server.open(uri, text(SIZE) + "{last, [{a 1}]}.\n");
      assertEquals(List.of("EN123", "EN101"), codes(server, uri));
      for (Question question : RequestCorpus.about(Spot.at(uri, 2, 6))) {
        // A request about all releases, or all of this one, waits for that.
        if (question.method().startsWith("textDocument/")) {
          JsonObject answer = server.request(question.method(), question.params());
          assertFalse(answer.has("error"), answer::toString);
          assertTrue(answer.toString().length() < 3_000, () -> question.method() + " says much");
        }
      }
      assertEquals("", server.errors());
    }
  }

  @Test
  void theNeighboursOfAHugeDocumentHaveNoDiagnosticsThatDependOnIt() {
    try (InProcessServer server = start()) {
      String specification = uri("release.enit");
      server.open(uri("huge.config"), text(SIZE / 2));
      assertEquals(List.of(), codes(server, specification));
      server.closeDocument(uri("huge.config"));
      assertTrue(codes(server, specification).contains("EN301"));
      assertEquals("", server.errors());
    }
  }

  @Test
  void ofManyEditsInARowOnlyTheLastTextIsRead() {
    try (InProcessServer server = start()) {
      String uri = uri("huge.config");
      server.open(uri, text(SIZE));
      for (int version = 2; version < 42; version++) {
        server.notify(
            "textDocument/didChange",
            JsonParser.parseString(
                """
                {"textDocument": {"uri": "%s", "version": %d}, "contentChanges": [{"text": "%s", "range":
                  {"start": {"line": 1, "character": 0}, "end": {"line": 1, "character": %d}}}]}
                """
                    .formatted(
                        uri, version, version % 2 == 0 ? "x" : "", version % 2 == 0 ? 0 : 1)));
      }
      assertEquals(List.of("EN123"), codes(server, uri));
      assertEquals("", server.errors());
    }
  }

  @Test
  void aHugeTextThatIsNoErlangHasNoMoreDiagnosticsThanAClientTakes() {
    try (InProcessServer server = start()) {
      String uri = uri("huge.config");
      server.open(uri, "{shop, [{a 1}]}.\n".repeat(20_000));
      List<String> codes = codes(server, uri);
      assertEquals(1_001, codes.size());
      assertEquals("EN127", codes.getLast());
      assertEquals("", server.errors());
    }
  }

  private static String text(int size) {
    StringBuilder text = new StringBuilder();
    for (int section = 0; text.length() < size; section++) {
      text.append("{site").append(section % 50).append(", [\n");
      for (int key = 0; key < 40; key++) {
        text.append("    {key")
            .append(section)
            .append('_')
            .append(key)
            .append(", [{port, ")
            .append(key)
            .append("}]},\n");
      }
      text.append("    {last, true}\n]}.\n");
    }
    return text.toString();
  }

  private static List<String> codes(InProcessServer server, String uri) {
    Question question = RequestCorpus.of("textDocument/diagnostic", Spot.at(uri, 0, 0));
    JsonObject answer = server.request(question.method(), question.params());
    List<String> codes = new ArrayList<>();
    answer
        .getAsJsonObject("result")
        .getAsJsonArray("items")
        .forEach(item -> codes.add(item.getAsJsonObject().get("code").getAsString()));
    return codes;
  }

  private InProcessServer start() {
    JsonObject capabilities = JsonParser.parseString(CLIENT).getAsJsonObject();
    return InProcessServer.start(RequestCorpus.initialize(capabilities, List.of()), (_, _) -> {});
  }

  private String uri(String name) {
    return "file://" + root.resolve("var/lib/enit/web").resolve(name);
  }
}
