package dev.enit.core.host;

import dev.enit.core.text.Messages;
import java.io.IOException;
import java.nio.channels.Channels;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Set;

/**
 * Bounded reading of regular files. Every file that another user may have put in place is opened
 * here: a FIFO, a socket or a device would block the reader or never end, and a sparse file of some
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

  /** The bits of {@code st_mode} that hold the type of a file, and their values. */
  private static final int TYPE = 0170000;

  private static final int FIFO = 0010000;
  private static final int CHARACTER_DEVICE = 0020000;
  private static final int DIRECTORY = 0040000;
  private static final int BLOCK_DEVICE = 0060000;
  private static final int REGULAR = 0100000;
  private static final int SOCKET = 0140000;

  /** Their regular files may block, and have no size: {@code /proc/kmsg}. */
  private static final Set<Path> KERNEL = Set.of(Path.of("/proc"), Path.of("/sys"));

  private RegularFile() {}

  /** The reason why a file is not opened: its type. */
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
   * @throws IrregularFileException if it is no regular file
   * @throws FileSystemException with a reason in words if it is larger than the limit
   */
  public static byte[] read(Path path, int limit) throws IOException {
    try (SeekableByteChannel channel = open(path)) {
      checkSize(path, channel.size(), limit);
      // The file may grow while it is read.
      byte[] bytes = Channels.newInputStream(channel).readNBytes(limit + 1);
      checkSize(path, bytes.length, limit);
      return bytes;
    }
  }

  /**
   * Opens a file for reading.
   *
   * @throws java.nio.file.NoSuchFileException if there is no file
   * @throws IrregularFileException if it is no regular file
   */
  public static SeekableByteChannel open(Path path) throws IOException {
    if (!(Files.getAttribute(path, "unix:mode") instanceof Integer mode)) {
      throw new FileSystemException(path.toString());
    }
    if ((mode & TYPE) != REGULAR) {
      throw new IrregularFileException(path, kind(mode & TYPE));
    }
    Path real = path.toRealPath();
    if (KERNEL.stream().anyMatch(real::startsWith)) {
      throw new IrregularFileException(path, "file.irregular.kernel");
    }
    return Files.newByteChannel(real);
  }

  /**
   * Returns why a file cannot be read, in words.
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

  private static String kind(int type) {
    return switch (type) {
      case FIFO -> "file.irregular.fifo";
      case SOCKET -> "file.irregular.socket";
      case CHARACTER_DEVICE, BLOCK_DEVICE -> "file.irregular.device";
      case DIRECTORY -> "file.irregular.directory";
      default -> "file.irregular.other";
    };
  }
}
