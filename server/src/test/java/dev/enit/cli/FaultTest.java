package dev.enit.cli;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import com.google.gson.JsonParser;
import dev.enit.core.node.LocalProcess;
import dev.enit.core.posix.RunningProcess;
import dev.enit.core.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests a running release while the host around it fails. */
@Tag("node")
final class FaultTest {
  @TempDir Path folder;
  private EnitHost host;
  private String release = "";

  // Set by running().
  @SuppressWarnings("NullAway.Init")
  private LocalProcess node;

  @BeforeEach
  void start() throws Exception {
    host = EnitHost.start(folder);
    host.app("one");
  }

  @AfterEach
  void end() {
    host.close();
  }

  private void running(Path log) throws Exception {
    release = host.release("one", "{probe, [{trace, \"%s\"}]}.".formatted(trace()));
    Outcome outcome = host.run("start", release, "--log", log.toString());
    assertEquals(0, outcome.status(), outcome.stderr());
    node = host.process(release).orElseThrow();
  }

  private void running() throws Exception {
    running(host.folder().resolve("node.log"));
  }

  private Path trace() {
    return host.folder().resolve("trace");
  }

  /** The node has ended, its applications in good order. */
  private void hasStopped() throws Exception {
    awaitEnd();
    assertEquals(
        List.of("start probe", "start one", "stop one", "stop probe"), Files.readAllLines(trace()));
  }

  private void awaitEnd() throws IOException {
    var running = RunningProcess.of(node.pid());
    if (running.isPresent()) {
      try (RunningProcess process = running.get()) {
        assertTrue(process.awaitEnd(Duration.ofMinutes(1)));
      }
    }
  }

  @Test
  void aNameServerThatIsGoneIsNamedAndTheNodeIsFound() throws Exception {
    running();
    int port = Integer.parseInt(host.command().environment().get("ERL_EPMD_PORT"));
    host.endEpmd();
    String hidden =
        Messages.text("node.hidden.epmd-down", release + "@here", Long.toString(node.pid()), port);
    Outcome status = host.run("status", release);
    assertEquals(4, status.status());
    assertTrue(status.stdout().replaceAll("\\s+", " ").contains(hidden), status.stdout());
    assertEquals(
        new Outcome(0, release + "  1.0  " + release + "@here  unreachable: no name server\n", ""),
        host.run("list"));
    Outcome again = host.run("start", release);
    assertTrue(again.stderr().contains("already runs, as node"), again.stderr());
    for (String command : List.of("diff", "reconfigure", "call")) {
      String[] words =
          command.equals("call")
              ? new String[] {command, release, "erlang", "node"}
              : new String[] {command, release};
      Outcome outcome = host.run(words);
      assertEquals(1, outcome.status());
      assertTrue(outcome.stderr().contains("no name server (epmd) answers"), outcome.stderr());
    }
    Outcome stop = host.run("stop", release);
    String signal = "cannot be asked to stop, so its process " + node.pid() + " gets SIGTERM.";
    assertTrue(stop.stderr().contains(signal), stop.stderr());
    assertEquals("`" + release + "` has stopped\n", stop.stdout());
    hasStopped();
  }

  @Test
  void aReleaseWhoseFolderIsGoneIsToldApartFromOneThatNeverWas() throws Exception {
    running();
    Path home = host.folder().resolve("var/lib/enit").resolve(release);
    Files.move(home, host.folder().resolve("elsewhere"));
    String expected =
        "enit: "
            + Messages.text(
                "cli.error.no-release.runs", release, "var/lib/enit", Long.toString(node.pid()))
            + "\n";
    for (String command : List.of("status", "diff", "reconfigure", "start", "stop")) {
      assertEquals(new Outcome(1, "", expected), host.run(command, release), command);
    }
    Outcome list = host.run("list");
    assertEquals("", list.stdout());
    assertTrue(list.stderr().contains(expected), list.stderr());
    Outcome other = host.run("status", release + "x");
    assertTrue(other.stderr().startsWith("enit: no release `" + release + "x` in"), other.stderr());
    // What the message says.
    new ProcessBuilder("kill", Long.toString(node.pid())).start().waitFor();
    hasStopped();
    Outcome gone = host.run("status", release);
    assertTrue(gone.stderr().startsWith("enit: no release `" + release + "` in"), gone.stderr());
    assertTrue(!gone.stderr().contains("process"), gone.stderr());
  }

  /**
   * The first lines of the log fill the disk. From OTP 26 on, OTP ends a node that logs and can
   * write neither to its standard output nor to its standard error.
   */
  @Test
  void aNodeRunsOnWhereItsLogCannotGrowAsLongAsOtpDoes() throws Exception {
    Path disk = Files.createDirectory(host.folder().resolve("disk"));
    Process mount =
        new ProcessBuilder("mount", "-t", "tmpfs", "-o", "size=4k", "none", disk.toString())
            .start();
    assumeTrue(mount.waitFor() == 0, "only root mounts");
    try {
      running(disk.resolve("node.log"));
      boolean survives = otp() < 26;
      String line = "x".repeat(5000);
      // OTP 25 answers before it has written, newer ones say that it could not.
      host.run("call", release, "io", "put_chars", "[user, \"%s\"]".formatted(line));
      for (int i = 0; i < 3; i++) {
        host.run("call", release, "logger", "error", "[\"one more line\"]");
      }
      assertEquals(4096, Files.size(disk.resolve("node.log")));
      if (survives) {
        assertEquals(0, host.run("status", release).status());
        host.config(release, "{one, [{key, 2}]}.");
        assertEquals(0, host.run("reconfigure", release).status());
      } else {
        awaitEnd();
        assertEquals(3, host.run("status", release).status());
      }
    } finally {
      host.close();
      awaitEnd();
      assertEquals(0, new ProcessBuilder("umount", disk.toString()).start().waitFor());
    }
  }

  private int otp() throws Exception {
    String status = host.run("status", release, "--format", "json").stdout();
    return JsonParser.parseString(status).getAsJsonObject().get("otp").getAsInt();
  }

  @Test
  void theStartIsRefusedWhereTheDiskIsFull() throws Exception {
    String full = host.release("one", "");
    Outcome outcome = host.run("start", full, "--log", "/dev/full");
    assertEquals(
        "enit: the log `/dev/full` cannot be written: No space left on device;"
            + " name another one with --log\n",
        outcome.stderr());
    assertEquals(1, outcome.status());
    assertTrue(host.process(full).isEmpty());
  }
}
