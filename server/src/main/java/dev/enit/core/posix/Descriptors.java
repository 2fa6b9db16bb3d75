package dev.enit.core.posix;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.DirectoryStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/** The file descriptors of this process, as a program that it executes inherits them. */
public final class Descriptors {
  public static final int STDIN = 0;
  public static final int STDOUT = 1;
  public static final int STDERR = 2;

  private static final Path OPEN = Path.of("/proc/self/fd");
  private static final int F_SETFD = 2;
  private static final int FD_CLOEXEC = 1;

  private Descriptors() {}

  /**
   * Creates a file in memory that no other process can open by a name, to be read from its start.
   * It stays open across an exec.
   *
   * @param name the name that {@code /proc} shows
   * @return its descriptor
   */
  public static int inMemory(String name, byte[] contents) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      int number = CFunction.of("memfd_create", 2).call(arena.allocateFrom(name).address(), 0);
      // Opened a second time, so that the first stays at the start.
      Files.write(OPEN.resolve(Integer.toString(number)), contents);
      return number;
    }
  }

  /** Returns whether a descriptor refers to a terminal. */
  public static boolean isTerminal(int number) {
    try {
      return CFunction.of("isatty", 1).call(number) == 1;
    } catch (PosixException e) {
      return false;
    }
  }

  /** Returns a duplicate of a descriptor, which stays open across an exec. */
  public static int copy(int number) throws PosixException {
    return CFunction.of("dup", 1).call(number);
  }

  /** Closes a descriptor. */
  public static void close(int number) throws PosixException {
    CFunction.of("close", 1).call(number);
  }

  /** Duplicates a descriptor to a given number. */
  public static void copy(int number, int to) throws PosixException {
    CFunction.of("dup2", 2).call(number, to);
  }

  /**
   * Marks every descriptor but the standard streams and a few to be closed by an exec. A process
   * that has become another user cannot list them any more.
   */
  public static void closeOnExec(List<Integer> kept) throws IOException {
    CFunction fcntl = CFunction.variadic("fcntl", 3, 2);
    for (int number : open()) {
      if (number > STDERR && !kept.contains(number)) {
        try {
          fcntl.call(number, F_SETFD, FD_CLOEXEC);
        } catch (PosixException e) {
          // This was the descriptor of the listing, closed by now.
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
