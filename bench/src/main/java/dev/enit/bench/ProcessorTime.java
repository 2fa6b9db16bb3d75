package dev.enit.bench;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.stream.Stream;

/**
 * The processor time of this process, of all its threads: the garbage collector and the compilers
 * among them. On a busy machine two programs can be compared by it.
 */
final class ProcessorTime {
  private ProcessorTime() {}

  /** Milliseconds so far, of the threads that are alive, as Linux counts them. */
  static double millis() {
    try (Stream<Path> threads = Files.list(Path.of("/proc/self/task"))) {
      return threads.mapToDouble(ProcessorTime::ofThread).sum();
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static double ofThread(Path thread) {
    try {
      String nanos = Files.readString(thread.resolve("schedstat")).split(" ", -1)[0];
      return Long.parseLong(nanos) / 1e6;
    } catch (IOException e) {
      return 0; // it has just ended
    }
  }
}
