package dev.enit.core.posix;

import static java.lang.foreign.ValueLayout.JAVA_BYTE;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.lang.foreign.MemorySegment;
import java.nio.charset.Charset;
import java.nio.file.Files;
import java.nio.file.Path;

/**
 * A file that is held by a descriptor. Every operation concerns this very file, even if its name
 * leads elsewhere meanwhile; where another user can change directories, a name may lead to another
 * file at each use.
 *
 * <p>Most are opened with {@code O_PATH}: this neither blocks, as a FIFO may, nor affects a device.
 * {@link #path} opens them for reading or writing.
 */
public final class OpenFile implements AutoCloseable {
  private static final Path DESCRIPTORS = Path.of("/proc/self/fd");

  private static final int O_WRONLY = 1;
  private static final int O_CREAT = 0100;
  private static final int O_EXCL = 0200;
  private static final int O_CLOEXEC = 02000000;
  private static final int O_PATH = 010000000;

  /** The flag, whose value depends on the processor. */
  private static final int O_NOFOLLOW =
      switch (System.getProperty("os.arch")) {
        case "aarch64", "arm", "ppc64", "ppc64le" -> 0100000;
        default -> 0400000;
      };

  private static final int AT_FDCWD = -100;
  private static final int AT_EMPTY_PATH = 0x1000;
  private static final int SAME = -1;
  private static final int LONGEST_LINK = 4096;

  private static final CFunction OPENAT = CFunction.variadic("openat", 4, 3);
  private static final CFunction CLOSE = CFunction.of("close", 1);

  private final int number;

  private OpenFile(int number) {
    this.number = number;
  }

  /** Opens a file of any type; a link at the end of the path is opened itself. */
  public static OpenFile of(Path path) throws PosixException {
    return open(AT_FDCWD, path.toString(), O_PATH | O_NOFOLLOW, 0);
  }

  /** Opens the file of another descriptor of this process. */
  public static OpenFile ofDescriptor(String number) throws PosixException {
    return open(AT_FDCWD, DESCRIPTORS.resolve(number).toString(), O_PATH, 0);
  }

  /** Opens an entry of this directory, of any type; a link is opened itself. */
  public OpenFile entry(String name) throws PosixException {
    return open(number, name, O_PATH | O_NOFOLLOW, 0);
  }

  /**
   * Creates a file in this directory, and opens it for writing.
   *
   * @throws PosixException with {@code EEXIST} if the name exists, even as a link
   */
  public OpenFile create(String name, int mode) throws PosixException {
    return open(number, name, O_WRONLY | O_CREAT | O_EXCL | O_NOFOLLOW, mode);
  }

  private static OpenFile open(int directory, String name, int flags, int mode)
      throws PosixException {
    try (Arena arena = Arena.ofConfined()) {
      long address = CFunction.fileName(arena, name).address();
      return new OpenFile(OPENAT.call(directory, address, flags | O_CLOEXEC, mode));
    }
  }

  /** Creates a directory in this one. */
  public void makeDirectory(String name, int mode) throws PosixException {
    try (Arena arena = Arena.ofConfined()) {
      CFunction.of("mkdirat", 3).call(number, CFunction.fileName(arena, name).address(), mode);
    }
  }

  /** Renames an entry of this directory; an entry with the new name is replaced. */
  public void rename(String from, String to) throws PosixException {
    try (Arena arena = Arena.ofConfined()) {
      long source = CFunction.fileName(arena, from).address();
      long target = CFunction.fileName(arena, to).address();
      CFunction.of("renameat", 4).call(number, source, number, target);
    }
  }

  /** Removes an entry of this directory that is not a directory. */
  public void remove(String name) throws PosixException {
    try (Arena arena = Arena.ofConfined()) {
      CFunction.of("unlinkat", 3).call(number, CFunction.fileName(arena, name).address(), 0);
    }
  }

  /** Changes the owner of the file; its group stays. */
  public void changeOwner(int uid) throws PosixException {
    try (Arena arena = Arena.ofConfined()) {
      long empty = CFunction.fileName(arena, "").address();
      CFunction.of("fchownat", 5)
          .call(number, empty, Integer.toUnsignedLong(uid), SAME, AT_EMPTY_PATH);
    }
  }

  /** Changes the permissions of a file that is open for writing. */
  public void changeMode(int mode) throws PosixException {
    CFunction.of("fchmod", 2).call(number, mode);
  }

  /** Returns the target of a link. */
  public String target() throws PosixException {
    try (Arena arena = Arena.ofConfined()) {
      MemorySegment text = arena.allocate(LONGEST_LINK);
      long empty = CFunction.fileName(arena, "").address();
      int length = CFunction.of("readlinkat", 4).call(number, empty, text.address(), LONGEST_LINK);
      byte[] bytes = text.asSlice(0, length).toArray(JAVA_BYTE);
      return new String(bytes, Charset.forName(System.getProperty("sun.jnu.encoding", "UTF-8")));
    }
  }

  public FileStatus status() throws IOException {
    return FileStatus.of(path());
  }

  /** Returns the name of the owner, or its number if it has none. */
  public String owner() throws IOException {
    return Files.getOwner(path()).getName();
  }

  /** Returns a path that leads to this very file, in this process, until it is closed. */
  public Path path() {
    return DESCRIPTORS.resolve(Integer.toString(number));
  }

  /** Returns a duplicate of the descriptor, which stays open across an exec. */
  public int inherited() throws PosixException {
    return Descriptors.copy(number);
  }

  @Override
  public void close() {
    try {
      CLOSE.call(number);
    } catch (PosixException e) {
      // A failure to close loses nothing.
    }
  }
}
