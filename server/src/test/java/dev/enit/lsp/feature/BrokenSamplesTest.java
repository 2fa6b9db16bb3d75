package dev.enit.lsp.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonArray;
import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.enit.lsp.InProcessServer;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Tests that the editor offers a fix for every diagnostic of the broken samples that has one. */
class BrokenSamplesTest {
  private static final Path SAMPLES = Path.of("../samples/broken").toAbsolutePath().normalize();
  private static final Path PAGES = Path.of("src/main/resources/diagnostics");

  /** The intended text is unknown here, though other diagnostics of these codes have fixes. */
  private static final Set<String> MEANING_UNKNOWN =
      Set.of(
          "EN110 etc/enit/operator/user.config",
          "EN201 var/lib/enit/not_a_release/release.enit",
          "EN606 etc/enit/node_value_of_wrong_type/user.config");

  private static final String CLIENT =
      """
      {"textDocument": {
         "diagnostic": {"relatedDocumentSupport": true},
         "codeAction": {"codeActionLiteralSupport": {"codeActionKind": {"valueSet": []}}}},
       "workspace": {"workspaceEdit": {"documentChanges": true, "resourceOperations": ["create"]}}}
      """;

  @Test
  void eachDiagnosticWithAFixIsOfferedIt() throws IOException {
    Set<String> without = new TreeSet<>();
    int diagnostics = 0;
    try (InProcessServer server =
        InProcessServer.start(JsonParser.parseString(CLIENT).getAsJsonObject())) {
      for (Path file : files()) {
        for (JsonElement found : diagnostics(server, file)) {
          diagnostics++;
          JsonObject diagnostic = found.getAsJsonObject();
          String code = diagnostic.get("code").getAsString();
          if (hasFix(code) && !isOffered(server, file, diagnostic)) {
            without.add(code + " " + SAMPLES.relativize(file));
          }
        }
      }
    }
    assertTrue(diagnostics > 40, "only " + diagnostics + " diagnostics");
    assertEquals(MEANING_UNKNOWN, without);
  }

  private static List<Path> files() throws IOException {
    try (Stream<Path> files = Files.walk(SAMPLES)) {
      return files
          .filter(file -> file.endsWith("release.enit") || file.toString().endsWith(".config"))
          .sorted()
          .toList();
    }
  }

  private static boolean hasFix(String code) throws IOException {
    return Files.readString(PAGES.resolve(code + ".md")).contains("\nfix.");
  }

  private static JsonArray diagnostics(InProcessServer server, Path file) {
    return server
        .request("textDocument/diagnostic", about(file))
        .getAsJsonObject("result")
        .getAsJsonArray("items");
  }

  private static boolean isOffered(InProcessServer server, Path file, JsonObject diagnostic) {
    JsonObject params = about(file);
    params.add("range", diagnostic.get("range"));
    params.add(
        "context", JsonParser.parseString("{\"diagnostics\": [], \"only\": [\"quickfix\"]}"));
    for (JsonElement offer :
        server.request("textDocument/codeAction", params).getAsJsonArray("result")) {
      JsonObject action = offer.getAsJsonObject();
      String code =
          action.getAsJsonArray("diagnostics").get(0).getAsJsonObject().get("code").getAsString();
      if (code.equals(diagnostic.get("code").getAsString()) && action.has("edit")) {
        return true;
      }
    }
    return false;
  }

  private static JsonObject about(Path file) {
    JsonObject document = new JsonObject();
    document.addProperty("uri", "file://" + file);
    JsonObject params = new JsonObject();
    params.add("textDocument", document);
    return params;
  }
}
