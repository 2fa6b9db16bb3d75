package dev.enit.core.posix;

import java.io.IOException;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.Map;

/**
 * The status of a file, from {@code stat(2)}.
 *
 * @param mode the type of the file and its permissions
 * @param links the number of its hard links
 */
public record FileStatus(int mode, int uid, int gid, int links) {
  /** The bits of {@code st_mode} that hold the type of a file, and their values. */
  private static final int TYPE = 0170000;

  private static final int FIFO = 0010000;
  private static final int CHARACTER_DEVICE = 0020000;
  private static final int DIRECTORY = 0040000;
  private static final int BLOCK_DEVICE = 0060000;
  private static final int REGULAR = 0100000;
  private static final int LINK = 0120000;
  private static final int SOCKET = 0140000;

  private static final int STICKY = 01000;
  private static final int GROUP_WRITE = 0020;
  private static final int OTHERS_WRITE = 0002;

  /** The types of files. */
  public enum Type {
    REGULAR,
    DIRECTORY,
    LINK,
    FIFO,
    SOCKET,
    DEVICE,
    OTHER
  }

  /** Returns the status of a file; whether a link is followed depends on {@code options}. */
  public static FileStatus of(Path file, LinkOption... options) throws IOException {
    Map<String, Object> facts = Files.readAttributes(file, "unix:mode,uid,gid,nlink", options);
    if (facts.get("mode") instanceof Integer mode
        && facts.get("uid") instanceof Integer uid
        && facts.get("gid") instanceof Integer gid
        && facts.get("nlink") instanceof Integer links) {
      return new FileStatus(mode, uid, gid, links);
    }
    throw new FileSystemException(file.toString());
  }

  public Type type() {
    return switch (mode & TYPE) {
      case REGULAR -> Type.REGULAR;
      case DIRECTORY -> Type.DIRECTORY;
      case LINK -> Type.LINK;
      case FIFO -> Type.FIFO;
      case SOCKET -> Type.SOCKET;
      case CHARACTER_DEVICE, BLOCK_DEVICE -> Type.DEVICE;
      default -> Type.OTHER;
    };
  }

  public boolean isRegular() {
    return type() == Type.REGULAR;
  }

  public boolean isGroupWritable() {
    return (mode & GROUP_WRITE) != 0;
  }

  public boolean isWritableByAll() {
    return (mode & OTHERS_WRITE) != 0;
  }

  /** Returns whether only the owner of an entry of this directory may replace or remove it. */
  public boolean isSticky() {
    return (mode & STICKY) != 0;
  }
}
