package dev.enit.cli.run;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import dev.enit.cli.EnitHost;
import dev.enit.cli.Outcome;
import dev.enit.core.posix.ProcessIdentity;
import java.io.IOException;
import java.net.Socket;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermissions;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

/** Tests a process of another user with the name and the arguments of a node. */
@Tag("node")
final class LookalikeTest {
  @TempDir static Path folder;

  /**
   * The user {@code nobody} owns it; its folder in /proc belongs to root, as its program cannot be
   * read.
   */
  private static Process lookalike(EnitHost host, String release) throws IOException {
    Path program = host.folder().resolve("beam.smp");
    Files.copy(Path.of("/bin/bash"), program);
    Files.setPosixFilePermissions(program, PosixFilePermissions.fromString("rwx--x--x"));
    List<String> command =
        new ArrayList<>(List.of("setpriv", "--reuid=65534", "--regid=65534", "--clear-groups"));
    command.addAll(List.of(program.toString(), "-c", "echo; read x", "--"));
    command.addAll(List.of("-sname", host.node(release).full(), "-enit_release", release));
    command.addAll(List.of("-enit_release_dir", host.folder().resolve("var/lib/enit").toString()));
    command.addAll(List.of("-enit_config_dir", host.folder().resolve("etc/enit").toString()));
    command.addAll(List.of("-enit_epmd_port", Integer.toString(host.epmd().port())));
    Process process = new ProcessBuilder(command).start();
    assertEquals('\n', process.getInputStream().read());
    return process;
  }

  @Test
  void itBlocksNothingAndGetsNoSignal() throws Exception {
    assumeTrue(ProcessIdentity.uid() == 0, "only root starts processes of other users");
    try (EnitHost host = EnitHost.start(folder)) {
      String release = host.release("probe", "");
      Process lookalike = lookalike(host, release);
      try {
        Outcome stop = host.inProcess("stop", release);
        String words = "`%1$s` does not run: there is no node %1$s@here%n".formatted(release);
        assertTrue(stop.stderr().endsWith("enit: " + words), stop.stderr());
        assertTrue(
            stop.stderr().startsWith("enit: Process " + lookalike.pid() + " of the user `"),
            stop.stderr());
        assertTrue(lookalike.isAlive());
        assertEquals(3, host.inProcess("status", release).status());

        // With the name in the name server, no node could take it.
        try (Socket _ = host.epmd().register(release, host.epmd().port())) {
          Outcome start = host.inProcess("start", release);
          assertTrue(
              start.stderr().contains("is in use by process " + lookalike.pid() + " of the user `"),
              start.stderr());
          assertEquals(1, host.inProcess("stop", release).status());
          assertTrue(lookalike.isAlive());
        }

        String log = host.logFile(release).toString();
        Outcome start = host.inProcess("start", release, "--log", log);
        assertEquals(0, start.status(), start.toString());
        assertEquals(
            "`%s` has stopped%n".formatted(release), host.inProcess("stop", release).stdout());
        assertTrue(lookalike.isAlive());
      } finally {
        lookalike.destroyForcibly().waitFor();
      }
    }
  }
}
