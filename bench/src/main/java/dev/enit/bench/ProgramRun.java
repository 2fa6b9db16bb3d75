package dev.enit.bench;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.TimeUnit;

/**
 * A program that was run to its end.
 *
 * @param millis from its start to its end
 * @param peak of its memory, in MiB, as often as it was looked at: every 10 ms
 */
record ProgramRun(int status, String output, double millis, double peak) {

  static ProgramRun of(List<String> command, Path folder) throws IOException {
    Path output = folder.resolve("output");
    ProcessBuilder builder = new ProcessBuilder(command).directory(folder.toFile());
    builder.redirectErrorStream(true).redirectOutput(output.toFile());
    long begin = System.nanoTime();
    Process process = builder.start();
    double peak = 0;
    try {
      while (!process.waitFor(10, TimeUnit.MILLISECONDS)) {
        peak = Math.max(peak, Memory.peak(process));
      }
    } catch (InterruptedException e) {
      process.destroyForcibly();
      throw new IOException(e);
    }
    double millis = Times.since(begin);
    String text = Files.readString(output, StandardCharsets.UTF_8);
    return new ProgramRun(process.exitValue(), text, millis, peak);
  }

  /** Returns an emulator that runs a program of Erlang; it must end with status 0. */
  static ProgramRun erl(String program, Path folder, String... args) throws IOException {
    List<String> command = new ArrayList<>(List.of("erl", "-noshell", "-eval", program, "-extra"));
    command.addAll(List.of(args));
    return of(command, folder).expect(0);
  }

  /** This run, where its status is one of those that mean success. */
  ProgramRun expect(int... statuses) throws IOException {
    for (int expected : statuses) {
      if (status == expected) {
        return this;
      }
    }
    throw new IOException("status " + status + ": " + output);
  }
}
