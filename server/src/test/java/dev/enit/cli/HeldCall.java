package dev.enit.cli;

import dev.enit.core.node.Agent;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.node.wire.WireTerms;
import java.io.BufferedReader;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.List;

/** {@code enit call} of a function that returns when {@code probe_hold} is sent {@code go}. */
final class HeldCall {
  private HeldCall() {}

  /** Runs it, and returns when the function has been called. */
  static Process of(EnitHost host, String release, Path fifo) throws Exception {
    new ProcessBuilder("mkfifo", fifo.toString()).start().waitFor();
    try (Agent agent = host.agent(release)) {
      agent
          .client()
          .call(
              "application",
              "set_env",
              List.of(
                  WireTerms.atom("probe"),
                  WireTerms.atom("trace"),
                  WireTerms.text(fifo.toString())),
              Deadline.in(Duration.ofSeconds(20)));
    }
    Process process = Interrupt.command(host, "call", release, "probe", "hold").start();
    try (BufferedReader lines = Files.newBufferedReader(fifo)) {
      String line = lines.readLine();
      if (!"hold".equals(line)) {
        throw new IOException("instead of `hold`: " + line);
      }
    }
    return process;
  }
}
