package dev.enit.core.posix;

import static org.junit.jupiter.api.Assertions.assertEquals;
import static org.junit.jupiter.api.Assertions.assertFalse;
import static org.junit.jupiter.api.Assertions.assertTrue;

import java.io.IOException;
import java.time.Duration;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** Tests watching and ending a real process. */
final class RunningProcessTest {
  private static final Duration LONG = Duration.ofMinutes(1);

  /** Runs until its input ends. */
  private static Process cat() throws IOException {
    return new ProcessBuilder("cat").start();
  }

  @Test
  void theEndIsAwaited() throws IOException {
    Process cat = cat();
    try (RunningProcess process = RunningProcess.of(cat.pid()).orElseThrow()) {
      assertFalse(process.awaitEnd(Duration.ofMillis(1)));
      cat.getOutputStream().close();
      assertTrue(process.awaitEnd(LONG));
      process.signal(RunningProcess.SIGTERM);
    }
  }

  @Test
  void aSignalEndsIt() throws IOException, InterruptedException {
    Process cat = cat();
    try (RunningProcess process = RunningProcess.of(cat.pid()).orElseThrow()) {
      process.signal(RunningProcess.SIGTERM);
      assertTrue(process.awaitEnd(LONG));
    }
    assertEquals(128 + RunningProcess.SIGTERM, cat.waitFor());
    assertTrue(RunningProcess.of(cat.pid()).isEmpty());
  }

  @Test
  void anOlderSystemDoesAsWell() throws IOException {
    Process cat = cat();
    RunningProcess process = RunningProcess.withoutDescriptor(cat.pid());
    assertFalse(process.awaitEnd(Duration.ofMillis(1)));
    process.signal(RunningProcess.SIGKILL);
    assertTrue(process.awaitEnd(LONG));
    process.signal(RunningProcess.SIGKILL);
  }

  @Test
  void whatNeverRanIsEmpty() throws IOException {
    assertEquals(Optional.empty(), RunningProcess.of(Integer.MAX_VALUE).map(RunningProcess::pid));
  }
}
