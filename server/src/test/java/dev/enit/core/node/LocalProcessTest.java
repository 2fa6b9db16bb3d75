package dev.enit.core.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.core.node.wire.Network;
import dev.enit.core.posix.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Tests processes with the arguments of an emulator; they end with their standard input. */
@Tag("node")
final class LocalProcessTest {
  private static final String NAME = "enit_lp_" + ProcessHandle.current().pid();

  private static Process process(String program, String... arguments) throws IOException {
    List<String> command =
        new ArrayList<>(List.of("bash", "-c", "exec -a \"$0\" bash -c 'echo; read x' \"$@\""));
    command.add(program);
    command.addAll(List.of(arguments));
    Process process =
        new ProcessBuilder(command).redirectError(ProcessBuilder.Redirect.INHERIT).start();
    // It writes an empty line once it has its name.
    assertEquals('\n', process.getInputStream().read());
    return process;
  }

  private static void end(Process process) throws IOException, InterruptedException {
    process.getOutputStream().close();
    process.waitFor();
  }

  private static Optional<LocalProcess> of(Process process) {
    return LocalProcess.of(process.pid());
  }

  @Test
  void anEmulatorOfOursTellsItsIdentity() throws IOException, InterruptedException {
    NodeIdentity identity =
        new NodeIdentity(
            "relex",
            new DirectoryIdentity(
                Path.of("/srv/now/var/lib/enit"), Path.of("/srv/v1/var/lib/enit")),
            Optional.empty(),
            4711);
    List<String> words = new ArrayList<>(List.of("--", "-sname", NAME + "@here"));
    words.addAll(identity.arguments());
    Process ours = process("/x/bin/beam.smp", words.toArray(String[]::new));
    LocalProcess found = of(ours).orElseThrow();
    assertEquals(ProcessIdentity.uid(), found.uid());
    assertEquals(NAME + "@here", found.nodename());
    assertEquals(Optional.of("relex"), found.release());
    assertEquals(OptionalInt.of(4711), found.epmdPort());
    assertTrue(identity.matches(found.arguments()));
    assertTrue(LocalProcess.all().contains(found));
    end(ours);
    assertEquals(Optional.empty(), of(ours));
  }

  @Test
  void aForeignOneHasNoReleaseAndThePortOfItsEnvironment()
      throws IOException, InterruptedException {
    Process foreign = process("beam.smp", "--", "-name", NAME);
    LocalProcess found = of(foreign).orElseThrow();
    assertEquals(Optional.empty(), found.release());
    assertEquals(OptionalInt.of(Network.of("", System.getenv()).epmdPort()), found.epmdPort());
    end(foreign);
  }

  @Test
  void otherProgramsMayHaveTheSameArguments() throws IOException, InterruptedException {
    Process other = process("grep", "-sname", NAME + "@here");
    assertEquals(Optional.empty(), of(other));
    end(other);
  }

  @Test
  void whatBecomesAnEmulatorTellsItsReleaseBefore() throws IOException, InterruptedException {
    Process daemon =
        process(
            "java",
            "dev.enit.cli.Main",
            "startfg",
            "--daemon",
            "--release-dir",
            "/srv/releases",
            "--config-dir",
            "/srv/configs",
            "--",
            NAME);
    LocalProcess found = of(daemon).orElseThrow();
    assertEquals(Optional.of(NAME), found.release());
    assertTrue(found.isOf(Path.of("/srv/releases")));
    assertFalse(found.isEmulator());
    end(daemon);
    // A user's own words are not taken for it.
    Process other = process("vi", "startfg", "--daemon", "--", NAME);
    assertEquals(Optional.empty(), of(other));
    end(other);
  }
}
