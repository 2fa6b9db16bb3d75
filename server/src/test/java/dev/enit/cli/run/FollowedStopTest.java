package dev.enit.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertNotEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.cli.EnitHost;
import dev.enit.cli.Outcome;
import dev.enit.core.node.EmulatorNode;
import dev.enit.core.node.LocalProcess;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the stop of running releases, and its progress. */
@Tag("node")
final class FollowedStopTest {
  @TempDir static Path folder;
  @TempDir static Path otherFolder;
  private static EnitHost host;

  @BeforeAll
  static void start() throws Exception {
    host = EnitHost.start(folder);
    host.app("one");
    host.app("two");
  }

  @AfterAll
  static void end() {
    host.close();
  }

  /** Returns a release that runs. */
  private static String running(String applications, String config) throws Exception {
    String release = host.release(applications, config);
    started(host, release);
    return release;
  }

  private static void started(EnitHost on, String release) throws Exception {
    Outcome outcome = on.run("start", release, "--log", on.logFile(release).toString());
    assertEquals(0, outcome.status(), outcome.stderr());
  }

  /** Both texts have the same arguments. */
  @SuppressWarnings("AnnotateFormatMethod")
  private static Outcome outcome(int status, String out, String err, Object... arguments) {
    return new Outcome(status, out.formatted(arguments), err.formatted(arguments));
  }

  @Test
  void theLastApplicationStopsFirst() throws Exception {
    Path trace = folder.resolve("stops");
    String release = running("one, two", "{probe, [{trace, \"%s\"}]}.".formatted(trace));
    assertEquals(outcome(0, "`%1$s` has stopped\n", "", release), host.run("stop", release));
    assertTrue(host.process(release).isEmpty());
    assertEquals(
        List.of("stop two", "stop one", "stop probe"), Files.readAllLines(trace).subList(3, 6));
  }

  @Test
  void aStoppedReleaseIsNotStoppedAgain() throws Exception {
    String release = host.release("one", "");
    String words = "`%1$s` does not run: there is no node %1$s@here\n";
    assertEquals(outcome(1, "", "enit: " + words, release), host.run("stop", release));
    assertEquals(outcome(0, words, "", release), host.run("stop", release, "--idempotent"));
  }

  @Test
  void anotherCookieMakesItASignal() throws Exception {
    Path trace = folder.resolve("signal");
    String release = running("one", "{probe, [{trace, \"%s\"}]}.".formatted(trace));
    host.config(release, "{node, [{cookie, \"another\"}]}.");
    Outcome outcome = host.run("stop", release);
    assertEquals(0, outcome.status(), outcome.stderr());
    assertTrue(outcome.stderr().contains("cannot be asked to stop, so its process"));
    assertTrue(outcome.stderr().contains("does not accept the cookie"), outcome.stderr());
    assertEquals("`%s` has stopped\n".formatted(release), outcome.stdout());
    assertEquals(List.of("stop one", "stop probe"), Files.readAllLines(trace).subList(2, 4));
  }

  @Test
  void mistakesInItsFilesDoNotKeepItRunning() throws Exception {
    String release = running("one", "");
    host.config(release, "{one, [{a, 1} {b, 2}]}.");
    assertEquals(0, host.run("stop", release).status());
    assertTrue(host.process(release).isEmpty());
  }

  @Test
  void whatIsLateGoesOnOrIsKilled() throws Exception {
    String release = running("one, two", "{two, [{do, hang_in_stop}]}.");
    long pid = host.process(release).map(LocalProcess::pid).orElseThrow();
    assertEquals(
        outcome(
            1,
            "",
            "enit: `%s` has not stopped within 1 s, and keeps stopping in process %s; --timeout"
                + " waits longer, --kill kills it\n",
            release,
            pid),
        host.run("stop", release, "--timeout", "1"));
    Outcome killed = host.run("stop", release, "--timeout", "1", "--kill");
    assertEquals(0, killed.status(), killed.stderr());
    assertEquals("`%s` was killed\n".formatted(release), killed.stdout());
    assertTrue(host.process(release).isEmpty());
  }

  @Test
  void aSuspendedNodeIsKilled() throws Exception {
    String release = running("one", "");
    long pid = host.process(release).map(LocalProcess::pid).orElseThrow();
    new ProcessBuilder("kill", "-STOP", Long.toString(pid)).start().waitFor();
    Outcome killed = host.run("stop", release, "--timeout", "2", "--kill");
    assertEquals(0, killed.status(), killed.stderr());
    assertTrue(killed.stderr().contains("gets SIGTERM"), killed.stderr());
    assertTrue(host.process(release).isEmpty());
  }

  @Test
  void aForeignNodeIsOnlyAsked() throws Exception {
    String release = host.release("one", "");
    try (EmulatorNode foreign = EmulatorNode.named(host.node(release), host.epmd())) {
      Outcome refused = host.run("stop", release);
      assertEquals(1, refused.status());
      assertEquals(
          "enit: `%1$s` does not run: its node name `%1$s@here` is in use by process %2$d, which enit did not start%n"
              .formatted(release, foreign.pid()),
          refused.stderr());
      assertEquals(0, host.run("stop", release, "--idempotent").status());
      assertTrue(LocalProcess.of(foreign.pid()).isPresent());
      host.config(release, "{node, [{cookie, \"%s\"}]}.".formatted(EmulatorNode.COOKIE.reveal()));
      assertEquals(0, host.run("stop", release).status());
      assertTrue(LocalProcess.of(foreign.pid()).isEmpty());
    }
  }

  @Test
  void aRestartIsAnotherProcess() throws Exception {
    String release = running("one", "");
    long before = host.process(release).map(LocalProcess::pid).orElseThrow();
    Outcome outcome = restart(release);
    assertEquals(0, outcome.status(), outcome.stderr());
    long after = host.process(release).map(LocalProcess::pid).orElseThrow();
    assertNotEquals(before, after);
    assertTrue(outcome.stdout().startsWith("`%s` has stopped\n".formatted(release)));
  }

  @Test
  void aReleaseThatFailedToStartIsNotStopped() throws Exception {
    String release = running("one", "");
    host.config(release, "{one, [{a, 1} {b, 2}]}.");
    Outcome faulty = restart(release);
    assertEquals(1, faulty.status());
    assertTrue(faulty.stderr().contains("missing-comma"), faulty.stderr());
    host.config(release, "");
    assertEquals(1, host.run("restart", release, "--log", "/proc/nowhere/log").status());
    assertTrue(host.process(release).isPresent());
  }

  private static Outcome restart(String release) throws IOException, InterruptedException {
    return host.run("restart", release, "--log", host.logFile(release).toString());
  }

  @Test
  void aNodeThatEpmdHasForgottenStillRuns() throws Exception {
    try (EnitHost other = EnitHost.start(otherFolder)) {
      other.app("one");
      String release = other.release("one", "");
      started(other, release);
      long pid = other.process(release).map(LocalProcess::pid).orElseThrow();
      other.endEpmd();
      assertEquals(
          outcome(
              1,
              "",
              "enit: `%1$s` already runs, as node `%1$s@here` in process %2$s; `enit restart`"
                  + " restarts it\n",
              release,
              pid),
          other.run("start", release));
      Outcome stopped = other.run("stop", release);
      assertEquals(0, stopped.status(), stopped.stderr());
      assertTrue(stopped.stderr().contains("gets SIGTERM"), stopped.stderr());
      assertTrue(other.process(release).isEmpty());
    }
  }
}
