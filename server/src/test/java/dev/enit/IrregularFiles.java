package dev.enit;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.stream.Stream;

/** Files that block a reader, never end, or do not fit into memory. */
public enum IrregularFiles {
  FIFO("it is a FIFO, not a regular file"),
  ENDLESS("it is a device, not a regular file"),
  STANDARD_INPUT("it is a FIFO, not a regular file"),
  KERNEL("it is a file of the kernel, not a regular file"),
  SPARSE("it has 10737418240 bytes; the limit is ");

  private final String reason;

  IrregularFiles(String reason) {
    this.reason = reason;
  }

  /**
   * Returns the reason why such a file is not read, as users see it; of {@link #SPARSE} its start.
   */
  public String reason() {
    return reason;
  }

  /** Creates such a file, and its parent folders. */
  public Path make(Path file) throws IOException, InterruptedException {
    Files.createDirectories(file.getParent());
    switch (this) {
      case FIFO -> assertEquals(0, new ProcessBuilder("mkfifo", file.toString()).start().waitFor());
      case ENDLESS -> Files.createSymbolicLink(file, Path.of("/dev/zero"));
      case STANDARD_INPUT -> Files.createSymbolicLink(file, Path.of("/proc/self/fd/0"));
      // In place of /proc/kmsg, which only root may read.
      case KERNEL -> Files.createSymbolicLink(file, Path.of("/proc/version"));
      case SPARSE -> {
        try (FileChannel channel =
            FileChannel.open(file, StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE)) {
          channel.write(java.nio.ByteBuffer.allocate(1), (10L << 30) - 1);
        }
      }
    }
    return file;
  }

  /** Removes all links below a folder: JUnit warns of those that lead out of it. */
  public static void unlink(Path folder) throws IOException {
    try (Stream<Path> below = Files.walk(folder)) {
      for (Path link : below.filter(Files::isSymbolicLink).toList()) {
        Files.delete(link);
      }
    }
  }
}
