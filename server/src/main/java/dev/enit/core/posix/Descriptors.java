package dev.enit.core.posix;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** Open files by their numbers, as the next program of this process will know them. */
public final class Descriptors {
  public static final int STDIN = 0;
  public static final int STDOUT = 1;
  public static final int STDERR = 2;

  private static final Path OPEN = Path.of("/proc/self/fd");
  private static final int F_SETFD = 2;
  private static final int FD_CLOEXEC = 1;

  private Descriptors() {}

  /**
   * A file in memory that no other process can open by a name, to be read from its start. It stays
   * open over an exec.
   *
   * @param name for people who look into {@code /proc}
   * @return its number
   */
  public static int inMemory(String name, byte[] contents) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      int number = CFunction.of("memfd_create", 2).call(arena.allocateFrom(name).address(), 0);
      // Opened a second time, so that the position of the first stays at the start.
      Files.write(OPEN.resolve(Integer.toString(number)), contents);
      return number;
    }
  }

  /** Whether a person may sit behind an open file. */
  public static boolean isTerminal(int number) {
    try {
      return CFunction.of("isatty", 1).call(number) == 1;
    } catch (PosixException e) {
      return false;
    }
  }

  /** A second number for an open file, which stays open over an exec. */
  public static int copy(int number) throws PosixException {
    return CFunction.of("dup", 1).call(number);
  }

  /** Closes an open file. */
  public static void close(int number) throws PosixException {
    CFunction.of("close", 1).call(number);
  }

  /** Makes one number stand for the open file of another. */
  public static void copy(int number, int to) throws PosixException {
    CFunction.of("dup2", 2).call(number, to);
  }

  /**
   * Has an exec close every open file but the standard streams and a few. One who has become
   * another user cannot see them any more.
   */
  public static void closeOnExec(List<Integer> kept) throws IOException {
    CFunction fcntl = CFunction.variadic("fcntl", 3, 2);
    for (int number : open()) {
      if (number > STDERR && !kept.contains(number)) {
        try {
          fcntl.call(number, F_SETFD, FD_CLOEXEC);
        } catch (PosixException e) {
          // The listing itself was among them and is closed by now.
        }
      }
    }
  }

  private static List<Integer> open() throws IOException {
    List<Integer> numbers = new ArrayList<>();
    try (DirectoryStream<Path> entries = Files.newDirectoryStream(OPEN)) {
      entries.forEach(entry -> numbers.add(Integer.valueOf(entry.getFileName().toString())));
    }
    return numbers;
  }
}
