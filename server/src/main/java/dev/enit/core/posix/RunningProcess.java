package dev.enit.core.posix;

import static java.lang.foreign.ValueLayout.JAVA_INT;
import static java.lang.foreign.ValueLayout.JAVA_SHORT;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.Optional;

/**
 * A process of this host, held by a descriptor, so that a later process with the same number is
 * never taken for it. (Since Linux 5.3; on an older system it is held by its number.)
 */
public final class RunningProcess implements AutoCloseable {
  /** The signal that asks a program to terminate in good order. */
  public static final int SIGTERM = 15;

  /** The signal that ends a program at once. */
  public static final int SIGKILL = 9;

  private static final int PIDFD_OPEN = 434;
  private static final int PIDFD_SEND_SIGNAL = 424;
  private static final int NO_DESCRIPTOR = -1;
  private static final short POLLIN = 1;
  private static final Duration BETWEEN_LOOKS = Duration.ofMillis(20);

  private final long pid;
  private final int descriptor;

  private RunningProcess(long pid, int descriptor) {
    this.pid = pid;
    this.descriptor = descriptor;
  }

  /** Returns the process with a number, or empty if there is none. */
  public static Optional<RunningProcess> of(long pid) throws PosixException {
    try {
      int descriptor = CFunction.variadic("syscall", 3, 1).call(PIDFD_OPEN, pid, 0);
      return Optional.of(new RunningProcess(pid, descriptor));
    } catch (PosixException e) {
      return switch (e.errno()) {
        case PosixException.ESRCH -> Optional.empty();
        case PosixException.ENOSYS, PosixException.EPERM ->
            isRunning(pid) ? Optional.of(withoutDescriptor(pid)) : Optional.empty();
        default -> throw e;
      };
    }
  }

  /** Returns the process with a number, held without a descriptor, as on an older system. */
  static RunningProcess withoutDescriptor(long pid) {
    return new RunningProcess(pid, NO_DESCRIPTOR);
  }

  public long pid() {
    return pid;
  }

  /** Sends a signal; does nothing if the process has ended. */
  public void signal(int number) throws PosixException {
    try {
      if (descriptor == NO_DESCRIPTOR) {
        CFunction.of("kill", 2).call(pid, number);
      } else {
        CFunction.variadic("syscall", 5, 1).call(PIDFD_SEND_SIGNAL, descriptor, number, 0, 0);
      }
    } catch (PosixException e) {
      if (e.errno() != PosixException.ESRCH) {
        throw e;
      }
    }
  }

  /** Waits until the process has ended, and returns false if it has not within a time. */
  public boolean awaitEnd(Duration most) throws IOException {
    long end = System.nanoTime() + most.toNanos();
    while (true) {
      long left = Math.max(0, end - System.nanoTime());
      if (hasEnded(Duration.ofNanos(left))) {
        return true;
      }
      if (left == 0) {
        return false;
      }
    }
  }

  private boolean hasEnded(Duration left) throws IOException {
    if (descriptor != NO_DESCRIPTOR) {
      return poll(left);
    }
    if (!isRunning(pid)) {
      return true;
    }
    try {
      Thread.sleep(left.compareTo(BETWEEN_LOOKS) < 0 ? left : BETWEEN_LOOKS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new java.io.InterruptedIOException();
    }
    return false;
  }

  private boolean poll(Duration left) throws PosixException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment pollfd = arena.allocate(JAVA_INT.byteSize() + 2 * JAVA_SHORT.byteSize(), 4);
      pollfd.set(JAVA_INT, 0, descriptor);
      pollfd.set(JAVA_SHORT, JAVA_INT.byteSize(), POLLIN);
      long milliseconds = Math.min(left.plusNanos(999_999).toMillis(), Integer.MAX_VALUE);
      return CFunction.of("poll", 3).call(pollfd.address(), 1, milliseconds) > 0;
    } catch (PosixException e) {
      if (e.errno() == PosixException.EINTR) {
        return false;
      }
      throw e;
    }
  }

  /** Returns whether a process runs; a zombie counts as ended. */
  private static boolean isRunning(long pid) {
    try {
      String stat = Files.readString(Path.of("/proc/" + pid + "/stat"));
      return "ZX".indexOf(stat.charAt(stat.lastIndexOf(')') + 2)) < 0;
    } catch (IOException e) {
      return false;
    }
  }

  @Override
  public void close() {
    if (descriptor != NO_DESCRIPTOR) {
      try {
        CFunction.of("close", 1).call(descriptor);
      } catch (PosixException e) {
        // A failure to close loses nothing.
      }
    }
  }
}
