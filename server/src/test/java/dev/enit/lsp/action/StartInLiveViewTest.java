package dev.enit.lsp.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.enit.cli.EnitHost;
import dev.enit.core.node.TestEpmd;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Predicate;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests the live view of a node that starts, that is killed, and of one that is not its release's.
 */
@Tag("node")
final class StartInLiveViewTest {
  private static final String CAPABILITIES =
      "{\"window\": {\"workDoneProgress\": true}, \"workspace\": {\"codeLens\":"
          + " {\"refreshSupport\": true}}}";

  @TempDir static Path folder;
  private static TestEpmd epmd;
  private static EnitHost host;
  private static EnitHost other;

  @BeforeAll
  static void start() throws Exception {
    epmd = TestEpmd.start();
    host = EnitHost.start(Files.createDirectory(folder.resolve("host")), epmd);
    other = EnitHost.start(Files.createDirectory(folder.resolve("other")), epmd);
    for (String app : List.of("one", "two")) {
      host.app(app);
      other.app(app);
    }
  }

  @AfterAll
  static void end() {
    host.close();
    other.close();
  }

  private static ActingClient client() {
    return ActingClient.start(
        CAPABILITIES,
        "{\"libDirs\": [\"%s\"]}".formatted(host.folder().resolve("lib")),
        host.environment(),
        host.folder());
  }

  private static Path specification(String release) {
    return home(release).resolve("release.enit");
  }

  private static Path home(String release) {
    return host.folder().resolve("var/lib/enit").resolve(release);
  }

  private static List<String> lenses(ActingClient client, String release) {
    JsonObject params =
        JsonParser.parseString(
                "{\"textDocument\": {\"uri\": \"%s\"}}"
                    .formatted(ActingClient.uri(specification(release))))
            .getAsJsonObject();
    JsonObject answer = client.answer(client.server().send("textDocument/codeLens", params));
    List<String> titles = new ArrayList<>();
    for (JsonElement lens : answer.getAsJsonArray("result")) {
      titles.add(lens.getAsJsonObject().getAsJsonObject("command").get("title").getAsString());
    }
    return titles;
  }

  /** Asks whenever it is told that another answer is there. */
  private static List<String> awaitLenses(
      ActingClient client, String release, Predicate<String> first) {
    while (true) {
      List<String> titles = lenses(client, release);
      if (!titles.isEmpty() && first.test(titles.getFirst())) {
        return titles;
      }
      client.await("workspace/codeLens/refresh", _ -> true);
    }
  }

  @Test
  void aStartIsSeenFromItsFirstMoment() throws Exception {
    String release = host.release("one, two", "{two, [{do, hang}]}.");
    Path file = specification(release);
    try (ActingClient client = client()) {
      client.open(file, Files.readString(file));
      awaitLenses(client, release, "○ not running"::equals);
      int start = client.begin("enit.start", file, null);
      List<String> titles =
          awaitLenses(client, release, first -> first.startsWith("◐ starting · pid "));
      assertEquals(List.of("Stop"), titles.subList(1, titles.size()));
      titles = awaitLenses(client, release, "◐ starting · waiting for two"::equals);
      assertFalse(titles.contains("Start"), titles.toString());
      client.cancel(client.awaitProgress("starting two (3 of 3)"));
      assertEquals("cancelled", client.end(start).outcome());
      awaitLenses(client, release, "○ not running"::equals);
    }
  }

  @Test
  void aNodeThatIsKilledIsSaidToHaveEnded() throws Exception {
    String release = host.release("one", "");
    Path file = specification(release);
    try (ActingClient client = client()) {
      client.open(file, Files.readString(file));
      assertEquals("done", client.run("enit.start", file).outcome());
      awaitLenses(client, release, first -> first.startsWith("● running · pid "));
      long pid = host.process(release).orElseThrow().pid();
      new ProcessBuilder("kill", "-9", Long.toString(pid)).start().waitFor();
      List<String> titles =
          awaitLenses(
              client, release, first -> first.startsWith("○ not running · ended unexpectedly"));
      assertEquals(List.of("Start"), titles.subList(1, titles.size()));
      String page = client.page(home(release), "status.md");
      assertTrue(page.contains("The node ended unexpectedly: process " + pid), page);
    }
  }

  @Test
  void theNodeOfAnotherTreeIsNamedAndLeftAlone() throws Exception {
    String release = host.release("one", "");
    other.release(release, "one", "");
    assertEquals(
        0, other.inProcess("start", release, "--log", other.logFile(release).toString()).status());
    long pid = other.process(release).orElseThrow().pid();
    String who =
        "in use by process %d of release directory `%s`"
            .formatted(pid, other.folder().resolve("var/lib/enit"));
    Path file = specification(release);
    try (ActingClient client = client()) {
      client.open(file, Files.readString(file));
      List<String> titles = awaitLenses(client, release, ("○ not running · name " + who)::equals);
      assertFalse(titles.contains("Start") || titles.contains("Stop"), titles.toString());
      ActingClient.Ended stop = client.run("enit.stop", file);
      assertEquals("unchanged", stop.outcome());
      assertTrue(stop.text().endsWith(" is " + who), stop.text());
      assertEquals("refused", client.run("enit.start", file).outcome());
      assertEquals("refused", client.run("enit.restart", file, "{\"confirmed\": true}").outcome());
      assertEquals(
          "refused", client.run("enit.reconfigure", file, "{\"confirmed\": true}").outcome());
    }
    assertEquals(pid, other.process(release).orElseThrow().pid());
    assertEquals(0, other.inProcess("stop", release).status());
  }
}
