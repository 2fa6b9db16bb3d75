package dev.enit.lsp.feature;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.enit.lsp.InProcessServer;
import dev.enit.lsp.RequestCorpus;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the releases of a repository that holds the trees of several hosts. */
class DeepReleasesTest {
  private static final String CLIENT =
      "{\"textDocument\": {\"diagnostic\": {}}, \"workspace\": {\"diagnostics\":"
          + " {\"refreshSupport\": true}}}";

  @TempDir private Path temporary;
  private Path root = Path.of("");

  @BeforeEach
  void makeTrees() throws IOException {
    root = temporary.toRealPath();
    release("alpha");
    release("beta");
  }

  private void release(String host) throws IOException {
    Path folder = Files.createDirectories(root.resolve("hosts/" + host + "/var/lib/enit/web"));
    Path configuration = Files.createDirectories(root.resolve("hosts/" + host + "/etc/enit/web"));
    Files.writeString(
        folder.resolve("release.enit"), "{release, web, [{vsn, \"1\"}, {applications, [sasl]}]}.");
    Files.writeString(
        configuration.resolve("user.config"), "{sasl, [{from_" + host + ", 1}, {from_all 2}]}.\n");
  }

  @Test
  void allOfThemAreListedSearchedAndChecked() {
    try (InProcessServer server = start("")) {
      assertEquals(List.of("alpha", "beta"), hosts(server));
      assertEquals(
          List.of("alpha", "beta"), hosts(server, "workspace/symbol", "{\"query\": \"from_\"}"));
      JsonObject diagnostics =
          server.request(
              "workspace/diagnostic", JsonParser.parseString("{\"previousResultIds\": []}"));
      assertTrue(diagnostics.toString().contains("hosts/beta/etc/enit/web/user.config"));
      assertEquals("", server.errors());
    }
  }

  @Test
  void aTreeThatComesOrGoesIsNoticed() throws IOException {
    try (InProcessServer server = start("")) {
      assertEquals(List.of("alpha", "beta"), hosts(server));
      release("gamma");
      changed(server, "hosts/gamma/var/lib/enit/web/release.enit", 1);
      assertEquals(List.of("alpha", "beta", "gamma"), hosts(server));
      delete(root.resolve("hosts/alpha"));
      hosts(server);
      assertEquals(List.of("beta", "gamma"), hosts(server), "though no file was reported");
      delete(root.resolve("hosts/beta/var/lib/enit/web"));
      changed(server, "hosts/beta/var/lib/enit/web/release.enit", 3);
      assertEquals(List.of("gamma"), hosts(server));
      assertEquals("", server.errors());
    }
  }

  @Test
  void aFolderInsideOfATreeHasItsReleases() {
    for (String opened :
        List.of(
            "hosts/alpha",
            "hosts/alpha/var",
            "hosts/alpha/var/lib/enit",
            "hosts/alpha/var/lib/enit/web",
            "hosts/alpha/etc/enit/web")) {
      try (InProcessServer server = start(opened)) {
        assertEquals(List.of("alpha"), hosts(server), opened);
      }
    }
  }

  private InProcessServer start(String folder) {
    InProcessServer server =
        InProcessServer.start(
            RequestCorpus.initialize(
                JsonParser.parseString(CLIENT).getAsJsonObject(),
                List.of("file://" + root.resolve(folder))),
            (_, _) -> {});
    server.settle();
    return server;
  }

  private static List<String> hosts(InProcessServer server) {
    return hosts(server, "enit/releases", "{}");
  }

  /** Returns which hosts an answer names, each once and sorted. */
  private static List<String> hosts(InProcessServer server, String method, String params) {
    String answer = server.request(method, JsonParser.parseString(params)).toString();
    server.settle();
    List<String> hosts = new ArrayList<>();
    for (String host : List.of("alpha", "beta", "gamma")) {
      if (answer.contains("hosts/" + host + "/")) {
        hosts.add(host);
      }
    }
    return hosts;
  }

  private void changed(InProcessServer server, String file, int type) {
    server.notify(
        "workspace/didChangeWatchedFiles",
        JsonParser.parseString(
            "{\"changes\": [{\"uri\": \"file://%s\", \"type\": %d}]}"
                .formatted(root.resolve(file), type)));
    server.settle();
  }

  private static void delete(Path folder) throws IOException {
    try (Stream<Path> all = Files.walk(folder)) {
      for (Path path : all.sorted(Comparator.reverseOrder()).toList()) {
        Files.delete(path);
      }
    }
  }
}
