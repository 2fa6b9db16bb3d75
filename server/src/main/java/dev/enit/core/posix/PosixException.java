package dev.enit.core.posix;

import static java.lang.foreign.ValueLayout.ADDRESS;
import static java.lang.foreign.ValueLayout.JAVA_INT;

import java.io.IOException;
import java.lang.foreign.FunctionDescriptor;
import java.lang.foreign.Linker;
import java.lang.foreign.MemorySegment;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.NoSuchFileException;
import java.nio.file.Path;

/** Thrown if a call of the C library fails; the message is that of {@code strerror(3)}. */
public final class PosixException extends IOException {
  public static final int EPERM = 1;
  public static final int ENOENT = 2;
  public static final int ESRCH = 3;
  public static final int EINTR = 4;
  public static final int EACCES = 13;
  public static final int EEXIST = 17;
  public static final int ENOSYS = 38;

  private static final long LONGEST_TEXT = 512;

  private final String function;
  private final int errno;

  PosixException(String function, int errno) {
    super(text(errno));
    this.function = function;
    this.errno = errno;
  }

  /** Returns the function that failed, such as {@code setgid}. */
  public String function() {
    return function;
  }

  /** Returns the number of the error. */
  public int errno() {
    return errno;
  }

  /** Returns the exception that Java throws for the same error when it opens a file. */
  public FileSystemException ofFile(Path path) {
    return switch (errno) {
      case ENOENT -> new NoSuchFileException(path.toString());
      case EACCES -> new AccessDeniedException(path.toString());
      default -> new FileSystemException(path.toString(), null, getMessage());
    };
  }

  @SuppressWarnings("restricted")
  private static String text(int errno) {
    try {
      Linker linker = Linker.nativeLinker();
      MemorySegment text =
          (MemorySegment)
              linker
                  .downcallHandle(
                      linker.defaultLookup().find("strerror").orElseThrow(),
                      FunctionDescriptor.of(ADDRESS, JAVA_INT))
                  .invokeExact(errno);
      return text.reinterpret(LONGEST_TEXT).getString(0);
    } catch (Throwable e) {
      return "errno " + errno;
    }
  }
}
