package dev.enit.cli.remsh;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.enit.cli.EnitHost;
import dev.enit.cli.Outcome;
import dev.enit.cli.Terminal;
import dev.enit.core.node.wire.WireTerms;
import dev.enit.core.otp.OtpLocator;
import dev.enit.grammar.term.TermPrinter;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests the shell of a running release. */
@Tag("node")
final class RemshTest {
  private static final String UP = "\u001b[A";
  private static final String TO_START = "\u0001";
  private static final String TO_END = "\u0005";
  private static final String CTRL_G = "\u0007";

  /** Without a terminal or with a dumb one, the shell of OTP 25 is none of the node. */
  private static final boolean NEEDS_TERMINAL =
      OtpLocator.locate(Optional.empty(), System.getenv("PATH")).orElseThrow().release() < 26;

  @TempDir static Path folder;
  private static EnitHost host;
  private static String release;

  @BeforeAll
  static void start() throws Exception {
    host = EnitHost.start(folder);
    release = host.release("sasl", "");
    Outcome started = host.run("start", release, "--log", host.logFile(release).toString());
    assertEquals(0, started.status(), started.toString());
  }

  @AfterAll
  static void end() {
    host.close();
  }

  private static Terminal shell(String term, String... arguments) throws IOException {
    return Terminal.of(host.command(arguments), term);
  }

  @Test
  void itIsTheShellOfTheNode() throws Exception {
    try (Terminal shell = shell("xterm", "remsh", release)) {
      shell.await("Ctrl-G and q leave it");
      shell.await("(" + host.node(release).full() + ")1> ");
      shell.type("{node(), length(nodes(hidden))}.\r");
      String node = TermPrinter.print(WireTerms.atom(host.node(release).full()));
      shell.await("{" + node + ",1}");
      shell.await("2> ");
      // What was typed can be had again, and changed.
      shell.type(UP);
      shell.await("hidden))}.");
      shell.type(TO_START + "{again, " + TO_END + "\u007f}.\r");
      shell.await("{again,{");
      shell.await("3> ");
      // Names are completed with what the node has loaded.
      shell.type("probe:con\t");
      shell.await("fig_change");
      shell.type(CTRL_G);
      shell.await("-->");
      shell.type("q\r");
      assertEquals(0, shell.awaitEnd(), shell.all());
    }
    assertTrue(host.process(release).isPresent());
  }

  @Test
  void theCookieIsNowhereToBeSeen() throws Exception {
    try (Terminal shell = shell("xterm", "remsh", release)) {
      shell.await("1> ");
      List<ProcessHandle> processes = shell.processes();
      assertFalse(processes.isEmpty());
      for (ProcessHandle process : processes) {
        Path about = Path.of("/proc", Long.toString(process.pid()));
        assertSecret(Files.readString(about.resolve("cmdline"), StandardCharsets.ISO_8859_1));
        assertSecret(Files.readString(about.resolve("environ"), StandardCharsets.ISO_8859_1));
        try (Stream<Path> open = Files.list(about.resolve("fd"))) {
          for (Path file : open.toList()) {
            assertFalse(Files.readSymbolicLink(file).toString().contains("memfd"), file.toString());
          }
        }
      }
      assertSecret(shell.all());
    }
  }

  private static void assertSecret(String text) {
    assertFalse(text.contains(EnitHost.COOKIE.reveal()), text.replace('\0', ' '));
  }

  @Test
  void aPartOfTheNameIsEnoughWithMatch() throws Exception {
    try (Terminal shell = shell("xterm", "remsh", "-m", release.substring(1))) {
      shell.await("(" + host.node(release).full() + ")1> ");
    }
  }

  @Test
  void aNodeThatDoesNotRunIsStated() throws Exception {
    String stopped = host.release("sasl", "");
    try (Terminal shell = shell("xterm", "remsh", stopped)) {
      assertEquals(1, shell.awaitEnd());
      assertTrue(shell.all().contains("enit: "), shell.all());
      assertTrue(shell.all().contains(stopped), shell.all());
      assertFalse(shell.all().contains("Eshell"), shell.all());
    }
  }

  @Test
  void aDumbTerminalIsStatedWhereItGivesNoRemoteShell() throws Exception {
    assumeTrue(NEEDS_TERMINAL);
    try (Terminal shell = shell("dumb", "remsh", release)) {
      assertEquals(1, shell.awaitEnd());
      assertTrue(shell.all().contains("TERM is `dumb`"), shell.all());
    }
  }

  /** The terminal's description is not installed, so the emulator cannot use it. */
  @Test
  void anUnknownTerminalIsStatedWhereItGivesNoRemoteShell() throws Exception {
    assumeTrue(NEEDS_TERMINAL);
    try (Terminal shell = shell("no-such-terminal", "remsh", release)) {
      assertEquals(1, shell.awaitEnd());
      assertTrue(shell.all().contains("TERM is `no-such-terminal'"), shell.all());
      assertFalse(shell.all().contains("Eshell"), shell.all());
    }
  }

  @Test
  void withoutATerminalItIsTheShellOfTheNodeOrNone() throws Exception {
    Path in = Files.writeString(folder.resolve("typed"), "{node, node()}.\n");
    ProcessBuilder command = host.command("remsh", release).redirectInput(in.toFile());
    Process process = command.redirectErrorStream(true).start();
    String out = new String(process.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    if (NEEDS_TERMINAL) {
      assertEquals(1, process.waitFor(), out);
      assertTrue(out.startsWith("enit: no remote shell: "), out);
    } else {
      assertTrue(out.contains("{node," + host.node(release).full() + "}"), out);
    }
  }
}
