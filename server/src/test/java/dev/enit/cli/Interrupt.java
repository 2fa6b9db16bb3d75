package dev.enit.cli;

import dev.enit.core.posix.RunningProcess;
import java.io.IOException;
import java.util.List;

/** Ctrl-C, as a terminal sends it. */
final class Interrupt {
  private static final int SIGINT = 2;

  private Interrupt() {}

  /** Returns a command that heeds Ctrl-C, also where the parent of the tests ignores it. */
  static ProcessBuilder command(EnitHost host, String... arguments) {
    ProcessBuilder builder = host.command(arguments);
    builder.command().addAll(0, List.of("env", "--default-signal=INT"));
    return builder;
  }

  /** Returns the same command as the leader of a new process group. */
  static ProcessBuilder group(EnitHost host, String... arguments) {
    ProcessBuilder builder = command(host, arguments);
    builder.command().addFirst("setsid");
    return builder;
  }

  /** Interrupts one process. */
  static void one(Process process) throws IOException {
    try (RunningProcess running = RunningProcess.of(process.pid()).orElseThrow()) {
      running.signal(SIGINT);
    }
  }

  /** Interrupts everything that the terminal has in the foreground. */
  static void all(Process process) throws IOException, InterruptedException {
    new ProcessBuilder("kill", "-INT", "--", "-" + process.pid()).start().waitFor();
  }
}
