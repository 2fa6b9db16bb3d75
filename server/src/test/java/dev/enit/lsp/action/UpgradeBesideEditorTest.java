package dev.enit.lsp.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.enit.cli.Coop;
import dev.enit.core.node.TestEpmd;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests applications that are installed while an editor shows the release and its running node. */
@Tag("node")
final class UpgradeBesideEditorTest {
  private static TestEpmd epmd;

  @TempDir Path root;
  private Coop coop;
  private ActingClient client;

  @BeforeAll
  static void startEpmd() throws Exception {
    epmd = TestEpmd.start();
  }

  @AfterAll
  static void endEpmd() {
    epmd.close();
  }

  @BeforeEach
  void start() throws Exception {
    coop = Coop.start(root.toRealPath(), epmd);
    coop.adopt("{hen, [{eggs, 2}]}.\n");
    client = ActingClient.start(ActingClient.ALL, "{}", coop.environment());
    client.open(specification(), Files.readString(specification()));
    awaitStatus("The node runs with the configuration of its files.");
  }

  @AfterEach
  void end() {
    client.close();
    coop.close();
  }

  private Path specification() {
    return coop.root.resolve("var/lib/enit/coop/release.enit");
  }

  /** The client sees that a file changed. */
  private void changed(Path file) {
    client
        .server()
        .notify(
            "workspace/didChangeWatchedFiles",
            JsonParser.parseString(
                "{\"changes\": [{\"uri\": \"%s\", \"type\": 2}]}"
                    .formatted(ActingClient.uri(file))));
  }

  private void awaitStatus(String text) {
    Path home = coop.root.resolve("var/lib/enit/coop");
    while (!client.page(home, "status.md").contains(text)) {
      client.await(
          "enit/textDocumentContent/refresh",
          params -> params.get("uri").getAsString().endsWith("/status.md"));
    }
  }

  private JsonObject atStart(String method) {
    return client
        .server()
        .request(
            method,
            JsonParser.parseString(
                "{\"textDocument\": {\"uri\": \"%1$s\"}, \"uri\": \"%1$s\", \"position\": {\"line\": 0, \"character\": %2$d}}"
                    .formatted(ActingClient.uri(specification()), coopText().indexOf("hen") + 1)));
  }

  private String coopText() {
    try {
      return Files.readString(specification());
    } catch (java.io.IOException e) {
      throw new java.io.UncheckedIOException(e);
    }
  }

  @Test
  void aNewVersionNeedsARestart() throws Exception {
    Path installed = Files.createDirectories(coop.root.resolve("lib/hen-1.1/ebin"));
    Path before = coop.root.resolve("lib/hen-1.0/ebin");
    Files.writeString(
        installed.resolve("hen.app"),
        Files.readString(before.resolve("hen.app")).replace("\"1.0\"", "\"1.1\""));
    changed(installed.resolve("hen.app"));
    awaitStatus("- With the next start of the node: `hen 1.0 → 1.1`");
    JsonObject state = atStart("enit/release").getAsJsonObject("result").getAsJsonObject("state");
    assertEquals("[\"hen 1.0 → 1.1\"]", state.get("restartReasons").toString());
    assertEquals(1, state.get("restart").getAsInt());
    assertTrue(
        state.get("text").getAsString().endsWith(" · restart needed: hen 1.0 → 1.1"),
        state.toString());
    String hover = atStart("textDocument/hover").toString();
    assertTrue(hover.contains("needs a restart: hen 1.0 → 1.1"), hover);
    String lenses = atStart("textDocument/codeLens").toString();
    assertTrue(lenses.contains("restart needed: hen 1.0 → 1.1"), lenses);
    String plan = client.page(coop.root.resolve("var/lib/enit/coop"), "plan.txt");
    assertTrue(plan.contains("\n  ~ application hen 1.0 → 1.1\n"), plan);
  }

  @Test
  void anotherModuleOfTheSameVersionNeedsARestart() throws Exception {
    Path mouse = coop.root.resolve("lib/mouse-1.0/ebin");
    Path source = coop.root.resolve("quiet_application.erl");
    Files.writeString(
        source, "-module(quiet_application).\n-export([start/2]).\nstart(_, _) -> no.\n");
    ProcessBuilder erlc = new ProcessBuilder("erlc", "-o", mouse.toString(), source.toString());
    assertEquals(0, erlc.inheritIO().start().waitFor());
    changed(specification());
    awaitStatus("- With the next start of the node: `mouse 1.0: other code (1 module differs)`");
  }
}
