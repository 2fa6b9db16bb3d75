package dev.enit.bench;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/** The memory of a process and all its descendants, in MiB, as Linux counts it. */
final class Memory {
  private Memory() {}

  /** Resident now. */
  static double resident(Process process) {
    return sum(process, "VmRSS:");
  }

  /** Returns the most that was resident; 0 once the process has ended. */
  static double peak(Process process) {
    return sum(process, "VmHWM:");
  }

  private static double sum(Process process, String field) {
    return Stream.concat(Stream.of(process.toHandle()), process.descendants())
        .mapToDouble(handle -> kilobytes(handle.pid(), field) / 1024)
        .sum();
  }

  private static double kilobytes(long pid, String field) {
    try (Stream<String> lines = Files.lines(Path.of("/proc/" + pid + "/status"))) {
      return lines
          .filter(line -> line.startsWith(field))
          .map(line -> line.replaceAll("\\D", ""))
          .mapToDouble(Double::parseDouble)
          .findFirst()
          .orElse(0);
    } catch (IOException | java.io.UncheckedIOException e) {
      return 0; // it has just ended
    }
  }
}
