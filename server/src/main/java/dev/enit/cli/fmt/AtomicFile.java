package dev.enit.cli.fmt;

import java.io.IOException;
import java.nio.channels.FileChannel;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermissions;

/**
 * Replaces a file at once: whoever reads it, a node that starts at this moment among them, sees the
 * old text or the new one. Owner, group and permissions stay; of a link its target is replaced.
 */
final class AtomicFile {
  private AtomicFile() {}

  static void write(Path path, byte[] bytes) throws IOException {
    Path file = path.toRealPath();
    PosixFileAttributes attributes = Files.readAttributes(file, PosixFileAttributes.class);
    if (!Files.isWritable(file)) {
      throw new java.nio.file.AccessDeniedException(file.toString());
    }
    // Nobody else may read it before it has the permissions of the original: it may hold a cookie.
    Path temporary =
        Files.createTempFile(
            file.getParent(),
            "." + file.getFileName() + ".",
            ".tmp",
            PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------")));
    try {
      fill(temporary, bytes);
      take(temporary, attributes);
      Files.move(temporary, file, StandardCopyOption.ATOMIC_MOVE);
    } finally {
      Files.deleteIfExists(temporary);
    }
  }

  private static void fill(Path file, byte[] bytes) throws IOException {
    try (FileChannel channel = FileChannel.open(file, StandardOpenOption.WRITE)) {
      java.nio.ByteBuffer buffer = java.nio.ByteBuffer.wrap(bytes);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      channel.force(true);
    }
  }

  /** Owner first: a change of the owner takes permissions away. */
  private static void take(Path file, PosixFileAttributes from) throws IOException {
    PosixFileAttributeView view =
        Files.getFileAttributeView(file, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
    PosixFileAttributes own = view.readAttributes();
    if (!own.owner().equals(from.owner())) {
      view.setOwner(from.owner());
    }
    if (!own.group().equals(from.group())) {
      view.setGroup(from.group());
    }
    view.setPermissions(from.permissions());
  }
}
