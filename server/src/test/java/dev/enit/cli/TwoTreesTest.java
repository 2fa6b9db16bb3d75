package dev.enit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import com.google.gson.JsonObject;
import com.google.gson.JsonParser;
import dev.enit.core.host.HostName;
import dev.enit.core.node.LocalProcess;
import dev.enit.core.node.TestEpmd;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/**
 * Tests two trees that have releases of one name, with one cookie, on one epmd: each command acts
 * only on the node of its tree.
 */
@Tag("node")
final class TwoTreesTest {
  @TempDir static Path folder;
  private static TestEpmd epmd;
  private static EnitHost here;
  private static EnitHost there;
  private static int count;

  @BeforeAll
  static void start() throws Exception {
    epmd = TestEpmd.start();
    here = EnitHost.start(Files.createDirectory(folder.resolve("here")), epmd);
    there = EnitHost.start(Files.createDirectory(folder.resolve("there")), epmd);
    here.app("one");
    there.app("one");
  }

  @AfterAll
  static void end() {
    here.close();
    there.close();
  }

  /** Returns the same release in both trees. */
  private static String release() throws Exception {
    String name = "two" + ProcessHandle.current().pid() + "_" + ++count;
    here.release(name, "one", "{one, [{key, here}]}.");
    return there.release(name, "one", "{one, [{key, there}]}.");
  }

  private static LocalProcess started(EnitHost host, String release) throws Exception {
    Outcome outcome = host.inProcess("start", release, "--log", host.logFile(release).toString());
    assertEquals(0, outcome.status(), outcome.stderr());
    return host.process(release).orElseThrow();
  }

  private static JsonObject status(EnitHost host, String release) throws Exception {
    String text = host.inProcess("status", release, "--format", "json").stdout();
    return JsonParser.parseString(text).getAsJsonObject();
  }

  @Test
  void theNodeOfAnotherTreeIsLeftAlone() throws Exception {
    String release = release();
    LocalProcess node = started(there, release);
    String releases = there.folder().resolve("var/lib/enit").toString();
    String occupant =
        "its node name `%s@here` is in use by process %d of release directory `%s`"
            .formatted(release, node.pid(), releases);

    Outcome stop = here.inProcess("stop", release);
    assertEquals(
        new Outcome(1, "", "enit: `%s` does not run: %s%n".formatted(release, occupant)), stop);
    Outcome start = here.inProcess("start", release, "--log", here.logFile(release).toString());
    assertTrue(
        start.stderr().startsWith("enit: `" + release + "` cannot start: " + occupant),
        start.stderr());
    assertTrue(
        start
            .stderr()
            .contains(
                "`enit stop %s --release-dir %s --config-dir %s`"
                    .formatted(release, releases, there.folder().resolve("etc/enit"))),
        start.stderr());
    for (String command : List.of("restart", "reconfigure", "diff")) {
      Outcome outcome = here.inProcess(command, release);
      assertEquals(1, outcome.status(), command);
      assertTrue(outcome.stderr().contains(occupant), command + ": " + outcome.stderr());
    }
    Outcome call = here.inProcess("call", release, "erlang", "halt");
    assertTrue(call.stderr().contains(occupant), call.stderr());

    JsonObject status = status(here, release);
    assertEquals("name-in-use", status.get("state").getAsString());
    assertEquals(releases, status.getAsJsonObject("used_by").get("release_dir").getAsString());
    assertEquals(3, here.inProcess("status", release).status());
    Outcome list = here.inProcess("list");
    assertTrue(
        list.stdout().contains("  not running: name in use by process %d of".formatted(node.pid())),
        list.stdout());

    assertEquals(
        "there",
        there
            .inProcess("call", release, "application", "get_env", "[one, key]")
            .stdout()
            .replaceAll("\\W|ok", ""));
    assertEquals(node, there.process(release).orElseThrow());
    assertEquals("running", status(there, release).get("state").getAsString());
    assertEquals(0, there.inProcess("stop", release).status());
    assertEquals("stopped", status(here, release).get("state").getAsString());
  }

  /** A program in another node, with the OTP application enit. */
  @Test
  void aCallOfAProgramReachesTheNodeOfItsOwnTree() throws Exception {
    String release = release();
    started(there, release);
    assertEquals("{ok,{ok,there}}", called(there, release));
    assertEquals(
        "{error,{name_in_use,%s@here,\"%s\"}}"
            .formatted(release, there.folder().resolve("var/lib/enit")),
        called(here, release).replace("@" + HostName.shortName(), "@here"));
    assertEquals(0, there.inProcess("stop", release).status());
  }

  private static String called(EnitHost host, String release) throws Exception {
    String call =
        "io:format(\"~0p\", [enit:call(%s, [], application, get_env, [one, key])]), halt()."
            .formatted(release);
    ProcessBuilder builder =
        new ProcessBuilder(
            "erl",
            "-noinput",
            "-sname",
            "caller" + ProcessHandle.current().pid(),
            "-kernel",
            "inet_dist_use_interface",
            "{127,0,0,1}",
            "-pa",
            System.getProperty("enit.erlang"),
            "-enit",
            "release_dir",
            "\"" + host.folder().resolve("var/lib/enit") + "\"",
            "-eval",
            call);
    builder.environment().putAll(host.environment());
    Process process = builder.redirectErrorStream(true).start();
    return new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
  }

  @Test
  void onTwoNameServersBothRun() throws Exception {
    String release = release();
    LocalProcess node = started(there, release);
    try (TestEpmd other = TestEpmd.start()) {
      here.variable("ERL_EPMD_PORT", Integer.toString(other.port()));
      assertEquals("stopped", status(here, release).get("state").getAsString());
      assertEquals(1, here.inProcess("stop", release).status());
      LocalProcess second = started(here, release);
      assertNotEquals(node.pid(), second.pid());
      assertEquals(second.pid(), status(here, release).get("pid").getAsLong());
      assertEquals(0, here.inProcess("stop", release).status());
      // The same tree with another name server is another node, too.
      there.variable("ERL_EPMD_PORT", Integer.toString(other.port()));
      assertEquals(1, there.inProcess("stop", release).status());
    } finally {
      here.variable("ERL_EPMD_PORT", Integer.toString(epmd.port()));
      there.variable("ERL_EPMD_PORT", Integer.toString(epmd.port()));
    }
    assertEquals(node, there.process(release).orElseThrow());
  }

  @Test
  void anotherConfigurationDirectoryIsAnotherNode() throws Exception {
    String release = release();
    LocalProcess node = started(here, release);
    String configs = there.folder().resolve("etc/enit").toString();
    String releases = here.folder().resolve("var/lib/enit").toString();
    Outcome stop =
        here.inProcess("stop", release, "--release-dir", releases, "--config-dir", configs);
    assertEquals(1, stop.status());
    assertTrue(
        stop.stderr()
            .endsWith(
                "process %d of the same release directory with configuration directory `$HOST/etc/enit`%n"
                    .formatted(node.pid())),
        stop.stderr());
    assertEquals(node, here.process(release).orElseThrow());
  }

  @Test
  void aSymbolicLinkLeadsToTheSameNode() throws Exception {
    String release = release();
    LocalProcess node = started(here, release);
    Path link = Files.createSymbolicLink(folder.resolve("link"), here.folder());
    Outcome outcome =
        here.inProcess("stop", release, "--release-dir", link.resolve("var/lib/enit").toString());
    assertEquals(new Outcome(0, "`%s` has stopped%n".formatted(release), ""), outcome);
    assertFalse(LocalProcess.of(node.pid()).isPresent());
  }

  /** The process of enit that becomes the emulator, before it is one. */
  @Test
  void whatHasJustBeenStartedIsStarting() throws Exception {
    String release = release();
    ProcessBuilder builder =
        new ProcessBuilder(
            "bash",
            "-c",
            "exec -a java bash -c 'echo; read x' dev.enit.cli.Main startfg --daemon --release-dir"
                + " \"$0\" --config-dir \"$1\" -- \"$2\"",
            here.folder().resolve("var/lib/enit").toString(),
            here.folder().resolve("etc/enit").toString(),
            release);
    builder.environment().put("ERL_EPMD_PORT", Integer.toString(epmd.port()));
    Process process = builder.start();
    try {
      assertEquals('\n', process.getInputStream().read());
      JsonObject status = status(here, release);
      assertEquals("starting", status.get("state").getAsString());
      assertEquals(process.pid(), status.get("pid").getAsLong());
      assertEquals(0, here.inProcess("status", release).status());
      Outcome again = here.inProcess("start", release, "--log", here.logFile(release).toString());
      assertTrue(again.stderr().contains("` already runs, as node `"), again.stderr());
      assertEquals("stopped", status(there, release).get("state").getAsString());
      assertEquals(0, here.inProcess("stop", release).status());
      assertEquals(128 + 15, process.waitFor());
    } finally {
      process.destroyForcibly();
    }
  }

  @Test
  void ofTwoStartsAtOneTimeOneSucceeds() throws Exception {
    String release = release();
    String[] start = {"start", release, "--log", here.logFile(release).toString()};
    Process first = here.command(start).start();
    Process second = here.command(start).start();
    int sum = first.waitFor() + second.waitFor();
    assertEquals(1, sum, "one succeeds, and one is refused");
    assertEquals("running", status(here, release).get("state").getAsString());
    assertEquals(0, here.inProcess("stop", release).status());
  }

  /** Only what did not stop in good order is told of. */
  @Test
  void aNodeThatWasKilledIsSaidToHaveEnded() throws Exception {
    String release = release();
    LocalProcess node = started(here, release);
    new ProcessBuilder("kill", "-9", Long.toString(node.pid())).start().waitFor();
    while (LocalProcess.of(node.pid()).isPresent()) {
      Thread.onSpinWait();
    }
    JsonObject end = status(here, release).getAsJsonObject("unexpected_end");
    assertEquals(node.pid(), end.get("pid").getAsLong());
    assertEquals("$HOST/" + release + ".log", end.get("log").getAsString());
    assertFalse(end.get("by_itself").getAsBoolean());
    Instant seen = Instant.parse(end.get("last_seen").getAsString());
    assertTrue(Duration.between(seen, Instant.now()).toSeconds() < 60, seen.toString());
    Outcome text = here.inProcess("status", release);
    assertEquals(3, text.status());
    assertTrue(
        text.stdout()
            .contains("The node ended unexpectedly: process %d did not".formatted(node.pid())),
        text.stdout());
    assertTrue(here.inProcess("list").stdout().contains("not running: ended unexpectedly after "));
    assertFalse(status(there, release).has("unexpected_end"));

    node = started(here, release);
    assertEquals("running", status(here, release).get("state").getAsString());
    new ProcessBuilder("kill", Long.toString(node.pid())).start().waitFor();
    while (LocalProcess.of(node.pid()).isPresent()) {
      Thread.onSpinWait();
    }
    assertFalse(status(here, release).has("unexpected_end"));

    started(here, release);
    assertEquals(0, here.inProcess("stop", release, "--kill").status());
    assertFalse(status(here, release).has("unexpected_end"));
  }

  @Test
  void aTreeThatWasMovedIsNamedAsItWas() throws Exception {
    String release = release();
    LocalProcess node = started(here, release);
    Path releases = here.folder().resolve("var/lib/enit");
    Path moved = here.folder().resolve("moved");
    Files.move(releases, moved);
    try {
      String configs = here.folder().resolve("etc/enit").toString();
      Outcome outcome =
          here.inProcess(
              "status", release, "--release-dir", moved.toString(), "--config-dir", configs);
      assertTrue(
          outcome
              .stdout()
              .replaceAll("\\s+", " ")
              .contains(
                  "process %d of release directory `$HOST/var/lib/enit`. Its release directory is gone: stop that node with `kill %1$d`,"
                      .formatted(node.pid())),
          outcome.stdout());
    } finally {
      Files.move(moved, releases);
    }
    assertEquals(0, here.inProcess("stop", release).status());
  }
}
