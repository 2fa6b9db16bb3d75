package dev.enit.core.host;

import dev.enit.core.posix.FileStatus;
import dev.enit.core.posix.OpenFile;
import dev.enit.core.posix.PosixException;
import dev.enit.core.text.Messages;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.StandardOpenOption;
import java.util.Set;

/**
 * Bounded reading of regular files. Every file that another user may have created is opened here: a
 * FIFO, a socket or a device would block the reader or never end, and a sparse file of some
 * gigabytes does not fit into memory. Links are followed, also those of {@code /proc/self/fd}.
 */
public final class RegularFile {
  /**
   * The limit for layers, {@code release.enit} and {@code enit.config}. The parser has a lower one,
   * which it reports itself.
   */
  public static final int MAX_TERMS = 64 << 20;

  /** The limit for {@code .app} files. */
  public static final int MAX_APP = 16 << 20;

  /** The limit for compiled modules, also for what a compressed one is unpacked to. */
  public static final int MAX_BEAM = 64 << 20;

  /** The limit for files of a line or a script: {@code bin/erl}, {@code OTP_VERSION}. */
  public static final int MAX_SCRIPT = 1 << 20;

  /** Directories whose regular files may block and have no size, such as {@code /proc/kmsg}. */
  private static final Set<Path> KERNEL = Set.of(Path.of("/proc"), Path.of("/sys"));

  private static final Set<OpenOption> READ =
      Set.of(StandardOpenOption.READ, LinkOption.NOFOLLOW_LINKS);

  private RegularFile() {}

  /** Thrown if a file is not opened because of its type. */
  public static final class IrregularFileException extends FileSystemException {
    private static final long serialVersionUID = 1;

    private IrregularFileException(Path path, String kind) {
      super(path.toString(), null, Messages.text("file.irregular", Messages.text(kind)));
    }
  }

  /**
   * Returns the bytes of a file.
   *
   * @param limit the largest size that is read, in bytes
   * @throws java.nio.file.NoSuchFileException if there is no file
   * @throws IrregularFileException if it is not a regular file
   * @throws FileSystemException with a reason if it is larger than the limit
   */
  public static byte[] read(Path path, int limit) throws IOException {
    return read(path, open(path), limit);
  }

  private static byte[] read(Path path, SeekableByteChannel opened, int limit) throws IOException {
    try (SeekableByteChannel channel = opened) {
      checkSize(path, channel.size(), limit);
      // The file may grow while it is read.
      byte[] bytes = Channels.newInputStream(channel).readNBytes(limit + 1);
      checkSize(path, bytes.length, limit);
      return bytes;
    }
  }

  /**
   * Returns the bytes of a file that is not a link.
   *
   * @throws IrregularFileException also if it is a link
   */
  public static byte[] readUnlinked(Path path, int limit) throws IOException {
    checkRegular(path, FileStatus.of(path, LinkOption.NOFOLLOW_LINKS));
    Path directory = path.toAbsolutePath().resolveSibling(".").toRealPath();
    return read(path, open(path, directory.resolve(path.getFileName())), limit);
  }

  /**
   * Opens a file for reading.
   *
   * @throws java.nio.file.NoSuchFileException if there is no file
   * @throws IrregularFileException if it is no regular file
   */
  public static SeekableByteChannel open(Path path) throws IOException {
    checkRegular(path, FileStatus.of(path));
    return open(path, path.toRealPath());
  }

  private static SeekableByteChannel open(Path path, Path real) throws IOException {
    checkDisk(path, real);
    // Another file may have replaced it since.
    return ClosedDirectories.holdsLately(real) ? openClosed(path, real) : openHeld(path, real);
  }

  /** Opens a file that only root and the user of this process can replace. */
  private static SeekableByteChannel openClosed(Path path, Path real) throws IOException {
    checkRegular(path, FileStatus.of(real, LinkOption.NOFOLLOW_LINKS));
    return Files.newByteChannel(real, READ);
  }

  /**
   * Opens a file that another user can replace by a FIFO or a device at any moment: a descriptor is
   * opened first and then checked. The first call costs more than the others, as it links the C
   * library.
   */
  private static SeekableByteChannel openHeld(Path path, Path real) throws IOException {
    try (OpenFile file = OpenFile.of(real)) {
      checkRegular(path, file.status());
      checkDisk(path, Files.readSymbolicLink(file.path()));
      return Files.newByteChannel(file.path());
    } catch (PosixException e) {
      throw e.ofFile(path);
    }
  }

  private static void checkDisk(Path path, Path real) throws IrregularFileException {
    if (KERNEL.stream().anyMatch(real::startsWith)) {
      throw new IrregularFileException(path, "file.irregular.kernel");
    }
  }

  private static void checkRegular(Path path, FileStatus status) throws IrregularFileException {
    if (!status.isRegular()) {
      throw irregular(path, status);
    }
  }

  /**
   * Returns the reason why a file cannot be read, as text.
   *
   * @param path absolute
   */
  public static String reason(Path path, Exception e) {
    return switch (e) {
      case AccessDeniedException _ -> FileAccess.denied(path);
      case FileSystemException f when f.getReason() != null -> f.getReason();
      default -> String.valueOf(e.getMessage());
    };
  }

  private static void checkSize(Path path, long size, int limit) throws FileSystemException {
    if (size > limit) {
      throw new FileSystemException(
          path.toString(), null, Messages.text("file.too-large", size, limit));
    }
  }

  /** Returns the exception for a file that is not a regular one. */
  static IrregularFileException irregular(Path path, FileStatus status) {
    return new IrregularFileException(path, kind(status.type()));
  }

  private static String kind(FileStatus.Type type) {
    return switch (type) {
      case FIFO -> "file.irregular.fifo";
      case SOCKET -> "file.irregular.socket";
      case DEVICE -> "file.irregular.device";
      case DIRECTORY -> "file.irregular.directory";
      case LINK -> "file.irregular.link";
      case REGULAR, OTHER -> "file.irregular.other";
    };
  }
}
