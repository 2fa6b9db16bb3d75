package dev.enit.lsp.action;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonElement;
import com.google.gson.JsonObject;
import com.google.gson.JsonPrimitive;
import dev.enit.cli.EnitHost;
import dev.enit.core.node.LocalProcess;
import dev.enit.core.posix.ProcessIdentity;
import dev.enit.core.posix.RunningProcess;
import dev.enit.lsp.action.ActingClient.Ended;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Scanner;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests releases that an editor starts, restarts and stops. */
@Tag("node")
final class StartFromEditorTest {
  private static final int REQUEST_CANCELLED = -32800;
  private static final int REQUEST_FAILED = -32803;

  @TempDir static Path folder;
  private static EnitHost host;

  private final List<String> releases = new ArrayList<>();

  @BeforeAll
  static void start() throws Exception {
    host = EnitHost.start(folder);
    for (String app : List.of("one", "two")) {
      host.app(app);
    }
  }

  @AfterAll
  static void end() {
    host.close();
  }

  /** As root the test may write the logs of the host. */
  @AfterEach
  void deleteLogs() throws IOException {
    for (String release : releases) {
      try (var files =
          Files.newDirectoryStream(Path.of("/var/log/enit"), release + "@*.{log,run}")) {
        for (Path file : files) {
          Files.delete(file);
        }
      }
    }
  }

  private static ActingClient client(String capabilities) {
    return ActingClient.start(
        capabilities,
        "{\"libDirs\": [\"%s\"]}".formatted(host.folder().resolve("lib")),
        host.environment(),
        host.folder());
  }

  private String release(String applications, String config) throws IOException {
    String release = host.release(applications, config);
    releases.add(release);
    return release;
  }

  private static Path home(String release) {
    return host.folder().resolve("var/lib/enit").resolve(release);
  }

  private static Path specification(String release) {
    return home(release).resolve("release.enit");
  }

  private static Path config(String release) {
    return host.folder().resolve("etc/enit").resolve(release).resolve("user.config");
  }

  private static long pid(String release) {
    return host.process(release).orElseThrow().pid();
  }

  private static void awaitEnd(LocalProcess node) throws IOException {
    Optional<RunningProcess> running = RunningProcess.of(node.pid());
    if (running.isPresent()) {
      try (RunningProcess process = running.get()) {
        assertTrue(process.awaitEnd(Duration.ofMinutes(1)));
      }
    }
  }

  @Test
  void aStartTellsHowFarItIsAndIsAnsweredWhenEverythingRuns() throws Exception {
    String release = release("one, two", "");
    String node = host.node(release).full();
    try (ActingClient client = client(ActingClient.ALL)) {
      Ended end = client.run("enit.start", specification(release));
      assertEquals("done", end.outcome(), end.text());
      assertTrue(
          end.text()
              .startsWith("`%s` runs: node %s, process %d".formatted(release, node, pid(release))),
          end.text());
      assertEquals(
          List.of(
              "enit-action-1 begin Starting " + release,
              "enit-action-1 report waiting for " + node,
              "enit-action-1 report starting probe (1 of 3)",
              "enit-action-1 report starting one (2 of 3)",
              "enit-action-1 report starting two (3 of 3)",
              "enit-action-1 end"),
          client.progress());
      assertEquals(end.text(), client.awaitMessage());
      assertTrue(client.page(home(release), "report.txt").contains(end.text()));

      Ended again = client.run("enit.start", config(release));
      assertEquals("refused", again.outcome());
      assertTrue(again.text().startsWith("`" + release + "` already runs"), again.text());
    }
  }

  @Test
  void aStopAsksFirstWhatIsLost() throws Exception {
    String release = release("one", "");
    String node = host.node(release).full();
    try (ActingClient client = client(ActingClient.ALL)) {
      assertEquals("unchanged", client.run("enit.stop", config(release)).outcome());
      assertEquals("done", client.run("enit.start", config(release)).outcome());
      long pid = pid(release);

      client.press("Cancel");
      Ended declined = client.run("enit.stop", config(release));
      assertEquals("cancelled", declined.outcome());
      assertEquals(
          "Stop `%s` of `%s`? Its node %s ends with its 5 running applications, and what they hold in memory alone is lost."
              .formatted(release, host.folder(), node),
          client.awaitQuestion("Stop"));
      assertEquals(pid, pid(release));

      client.press("Restart");
      assertEquals("done", client.run("enit.restart", config(release)).outcome());
      assertTrue(client.awaitQuestion("Restart").startsWith("Restart `" + release + "` of `"));
      assertFalse(pid == pid(release));

      client.press("Stop");
      Ended stopped = client.run("enit.stop", config(release));
      assertEquals(new Ended("done", "`" + release + "` has stopped"), stopped);
      assertTrue(host.process(release).isEmpty());
    }
  }

  @Test
  void anUnansweredQuestionDelaysNoAction() throws Exception {
    String release = release("one", "");
    try (ActingClient client = client(ActingClient.ALL)) {
      assertEquals("done", client.run("enit.start", config(release)).outcome());
      client.press(ActingClient.NEVER);
      int stop = client.begin("enit.stop", config(release), null);
      JsonElement token = client.awaitProgress("waiting for an answer");
      client.awaitQuestion("Stop");
      assertFalse(client.page(home(release), "effective.config").isEmpty());
      Ended other = client.run("enit.restart", config(release));
      assertEquals("refused", other.outcome());
      assertTrue(
          other.text().contains("another action on `" + release + "` is running"), other.text());

      client.cancel(token);
      assertEquals("cancelled", client.end(stop).outcome());
      assertEquals(
          "done", client.run("enit.stop", config(release), "{\"confirmed\": true}").outcome());
    }
  }

  @Test
  void theApplicationThatDidNotStartIsNamedAndTheReportHasTheLog() throws Exception {
    String release = release("one, two", "{two, [{do, {fail, {no_licence, \"two\"}}}]}.");
    try (ActingClient client = client(ActingClient.ALL)) {
      client.press("Show report");
      Ended end = client.run("enit.start", specification(release));
      assertEquals("failed", end.outcome());
      String message =
          "`%s` did not start: application two did not start: probe:start/2: {no_licence,\"two\"}"
              .formatted(release);
      assertTrue(end.headline().startsWith(message), end.text());
      assertTrue(client.awaitQuestion("Show report").startsWith(message));
      JsonObject shown = client.await("window/showDocument", _ -> true);
      assertEquals("enit://" + home(release) + "/report.txt", shown.get("uri").getAsString());
      String report = client.page(home(release), "report.txt");
      assertTrue(report.contains(message), report);
      assertTrue(report.contains("The last lines of"), report);
      assertFalse(report.contains(EnitHost.COOKIE.reveal()), report);
      assertTrue(host.process(release).isEmpty());
    }
  }

  @Test
  void cancelOfTheProgressStopsTheNodeAgain() throws Exception {
    String release = release("one, two", "{two, [{do, hang}]}.");
    try (ActingClient client = client(ActingClient.ALL)) {
      int start = client.begin("enit.start", specification(release), null);
      JsonElement token = client.awaitProgress("starting two (3 of 3)");
      LocalProcess node = host.process(release).orElseThrow();
      client.cancel(token);
      assertEquals(
          new Ended("cancelled", "`" + release + "` was stopped again"), client.end(start));
      awaitEnd(node);
      assertTrue(host.process(release).isEmpty());
    }
  }

  @Test
  void cancelOfTheRequestStopsTheNodeAgain() throws Exception {
    String release = release("one, two", "{two, [{do, hang}]}.");
    try (ActingClient client = client("{}")) {
      int start = client.begin("enit.start", specification(release), 7);
      assertEquals(new JsonPrimitive(7), client.awaitProgress("starting two (3 of 3)"));
      client.server().cancel(start);
      assertEquals(
          REQUEST_CANCELLED, client.answer(start).getAsJsonObject("error").get("code").getAsInt());
      assertEquals("`" + release + "` was stopped again", client.awaitMessage());
      assertTrue(host.process(release).isEmpty());
    }
  }

  @Test
  void nothingIsLeftOfAStartWhoseEditorHasGone() throws Exception {
    String release = release("one, two", "{two, [{do, hang}]}.");
    LocalProcess node;
    try (ActingClient client = client(ActingClient.ALL)) {
      client.begin("enit.start", specification(release), null);
      client.awaitProgress("starting two (3 of 3)");
      node = host.process(release).orElseThrow();
    }
    awaitEnd(node);
  }

  @Test
  void nothingIsLeftOfAStartWhoseServerWasKilled() throws Exception {
    String release = release("one, two", "{two, [{do, hang}]}.");
    Process server = host.command("lsp").start();
    try (OutputStream out = server.getOutputStream();
        InputStream in = server.getInputStream()) {
      say(
          out,
          "{\"id\": 1, \"method\": \"initialize\", \"params\": {\"rootUri\": \"%s\"}}"
              .formatted(ActingClient.uri(host.folder())));
      say(out, "{\"method\": \"initialized\", \"params\": {}}");
      say(
          out,
          "{\"id\": 2, \"method\": \"workspace/executeCommand\", \"params\": {\"command\":"
              + " \"enit.start\", \"workDoneToken\": 1, \"arguments\": [\"%s\"]}}"
                  .formatted(ActingClient.uri(config(release))));
      new Scanner(in, StandardCharsets.UTF_8).useDelimiter("starting two").next();
      LocalProcess node = host.process(release).orElseThrow();
      server.destroyForcibly().waitFor();
      awaitEnd(node);
    } finally {
      server.destroyForcibly();
    }
  }

  private static void say(OutputStream out, String message) throws IOException {
    byte[] body =
        message.replaceFirst("\\{", "{\"jsonrpc\": \"2.0\", ").getBytes(StandardCharsets.UTF_8);
    out.write("Content-Length: %d\r\n\r\n".formatted(body.length).getBytes(StandardCharsets.UTF_8));
    out.write(body);
    out.flush();
  }

  @Test
  void aStopContinuesAfterItsClientHasGone() throws Exception {
    String release = release("one", "{one, [{do, hang_in_stop}]}. {node, [{stop_timeout, 4000}]}.");
    try (ActingClient client = client(ActingClient.ALL)) {
      assertEquals("done", client.run("enit.start", config(release)).outcome());
      LocalProcess node = host.process(release).orElseThrow();
      int stop = client.begin("enit.stop", config(release), "{\"confirmed\": true}");
      client.cancel(client.awaitProgress("waiting for the end of"));
      Ended end = client.end(stop);
      assertEquals("cancelled", end.outcome(), end.text());
      assertTrue(end.text().startsWith("`" + release + "` keeps stopping"), end.text());
      assertEquals(node.pid(), pid(release));
    }
  }

  @Test
  void aClientThatShowsLittleGetsTheBeginningInAMessage() throws Exception {
    String release = release("one", "{one, [{do, crash}]}.");
    try (ActingClient client = client("{}")) {
      Ended end = client.run("enit.start", specification(release));
      assertEquals("failed", end.outcome());
      List<String> text = end.text().lines().toList();
      List<String> message = client.awaitMessage().lines().toList();
      assertTrue(message.size() < text.size(), end.text());
      int shown = message.size() - 1;
      assertEquals(text.subList(0, shown), message.subList(0, shown));
      assertEquals(
          (text.size() - shown) + " more lines: run the command `enit.showReport`",
          message.getLast());
      assertFalse(client.methods().contains("window/workDoneProgress/create"));
      assertEquals(List.of(), client.progress());
    }
  }

  @Test
  void errorsRefuseAStartAndNameTheirPlaces() throws Exception {
    String release = release("one, none", "");
    try (ActingClient client = client(ActingClient.ALL)) {
      Ended end = client.run("enit.start", config(release));
      assertEquals("refused", end.outcome());
      assertTrue(
          end.headline()
              .startsWith("`%s` cannot start: EN301 at release.enit:1:".formatted(release)),
          end.headline());
      assertTrue(end.text().contains("release.enit:1:"), end.text());
      assertTrue(end.text().contains("`none`"), end.text());
    }
  }

  /** A restart checks the conditions of a start before it stops anything, and nothing connects. */
  @Test
  void aReleaseThatOthersCanChangeIsNeitherStartedNorFollowed() throws Exception {
    String release = release("one", "");
    Path settings = Files.writeString(home(release).resolve("enit.config"), "{otp, \"evil\"}.\n");
    Files.setPosixFilePermissions(settings, PosixFilePermissions.fromString("rw-rw-rw-"));
    try (ActingClient client = client(ActingClient.ALL)) {
      for (String command :
          List.of("enit.start", "enit.stop", "enit.restart", "enit.reconfigure", "enit.takeOver")) {
        JsonObject answer = client.answer(client.begin(command, config(release), "{}"));
        JsonObject error = answer.getAsJsonObject("error");
        String words = "other users can change `" + settings + "`";
        assertTrue(error.get("message").getAsString().contains(words), error.toString());
      }
      Files.delete(settings);
      if (ProcessIdentity.uid() == 0) {
        Files.setPosixFilePermissions(
            specification(release), PosixFilePermissions.fromString("rw-r--rw-"));
        Ended end = client.run("enit.restart", config(release));
        assertEquals("refused", end.outcome());
        assertTrue(end.headline().contains("` is not started by root. Every user"), end.headline());
      }
    }
  }

  @Test
  void unsavedFilesAreNamedAndIgnored() throws Exception {
    String release = release("one", "");
    try (ActingClient client = client(ActingClient.ALL)) {
      client.open(config(release), "{node, [{cookie, \"other\"}]}.\n");
      client.press("Cancel");
      assertEquals("cancelled", client.run("enit.start", config(release)).outcome());
      assertEquals(
          "Start `%s` of `%s`, node %s? Not saved, so not taken into account: `user.config`."
              .formatted(release, host.folder(), host.node(release).full()),
          client.awaitQuestion("Start"));
      assertTrue(host.process(release).isEmpty());
      client.press("Start");
      assertEquals("done", client.run("enit.start", config(release)).outcome());
      host.agent(release).close();
    }
  }

  @Test
  void nothingIsDoneWhereTheWorkspaceIsNotTrusted() throws Exception {
    String release = release("one", "");
    try (ActingClient client =
        ActingClient.start(ActingClient.ALL, "{\"trusted\": false}", host.environment())) {
      for (String command :
          List.of("enit.start", "enit.stop", "enit.restart", "enit.reconfigure", "enit.takeOver")) {
        JsonObject answer = client.answer(client.begin(command, config(release), "{}"));
        JsonObject error = answer.getAsJsonObject("error");
        assertEquals(REQUEST_FAILED, error.get("code").getAsInt(), command);
        assertTrue(error.get("message").getAsString().contains("not trusted"), error.toString());
      }
      assertTrue(host.process(release).isEmpty());
    }
  }
}
