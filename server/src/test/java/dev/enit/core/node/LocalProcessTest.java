package dev.enit.core.node;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertTrue;

import dev.enit.core.posix.Identity;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;

/** Processes with the arguments of an emulator; they end with their standard input. */
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

  @Test
  void anEmulatorOfOursIsFoundByItsNode() throws IOException, InterruptedException {
    Process ours =
        process("/x/bin/beam.smp", "--", "-sname", NAME + "@here", "-enit_release", "relex");
    LocalProcess expected =
        new LocalProcess(ours.pid(), Identity.uid(), NAME + "@here", Optional.of("relex"));
    assertEquals(Optional.of(expected), LocalProcess.of(NAME + "@here"));
    assertEquals(Optional.of(expected), LocalProcess.of(ours.pid()));
    assertEquals(Optional.empty(), LocalProcess.of(NAME + "@there"));
    assertTrue(LocalProcess.all().contains(expected));
    end(ours);
    assertEquals(Optional.empty(), LocalProcess.of(NAME + "@here"));
  }

  @Test
  void aForeignOneHasNoReleaseAndMayHaveNoHost() throws IOException, InterruptedException {
    Process foreign = process("beam.smp", "--", "-name", NAME);
    Optional<LocalProcess> found = LocalProcess.of(NAME + "@anywhere");
    assertEquals(Optional.of(foreign.pid()), found.map(LocalProcess::pid));
    assertEquals(Optional.empty(), found.flatMap(LocalProcess::release));
    end(foreign);
  }

  @Test
  void otherProgramsMayHaveTheSameArguments() throws IOException, InterruptedException {
    Process other = process("grep", "-sname", NAME + "@here");
    assertEquals(Optional.empty(), LocalProcess.of(NAME + "@here"));
    end(other);
  }
}
