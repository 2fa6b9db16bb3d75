package dev.enit.cli.fmt;

import dev.enit.core.host.RegularFile;
import dev.enit.core.text.Messages;
import java.io.IOException;
import java.nio.ByteBuffer;
import java.nio.channels.FileChannel;
import java.nio.channels.SeekableByteChannel;
import java.nio.file.AccessDeniedException;
import java.nio.file.DirectoryStream;
import java.nio.file.FileSystemException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.OpenOption;
import java.nio.file.Path;
import java.nio.file.SecureDirectoryStream;
import java.nio.file.StandardOpenOption;
import java.nio.file.attribute.FileAttribute;
import java.nio.file.attribute.PosixFileAttributeView;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.nio.file.attribute.PosixFilePermissions;
import java.nio.file.attribute.UserPrincipal;
import java.util.Arrays;
import java.util.Set;
import java.util.UUID;

/**
 * The replacement of the contents of a file in one step: a reader sees the old text or the new one,
 * never a part. Owner, group and permissions stay; of a symbolic link the target is replaced.
 *
 * <p>Other users may write the directory, and enit may run as root. Files are therefore reached
 * through open directories, never by their path a second time, and the new file is made in a
 * directory that is closed to everyone else: no other file can take its place before it moves.
 */
final class FileReplacement {
  private static final Set<PosixFilePermission> PRIVATE =
      PosixFilePermissions.fromString("rwx------");
  private static final FileAttribute<?> PRIVATE_DIRECTORY =
      PosixFilePermissions.asFileAttribute(PRIVATE);
  private static final FileAttribute<?> PRIVATE_FILE =
      PosixFilePermissions.asFileAttribute(PosixFilePermissions.fromString("rw-------"));
  private static final Set<OpenOption> CREATE =
      Set.of(StandardOpenOption.CREATE_NEW, StandardOpenOption.WRITE);

  private final Path file;
  private final Path name;
  private final Path parent;

  private FileReplacement(Path file, Path name, Path parent) {
    this.file = file;
    this.name = name;
    this.parent = parent;
  }

  /**
   * Replaces the contents of a regular file.
   *
   * @param read what the file held when its new contents were worked out
   * @throws IOException if the file holds something else by now, has further hard links, or cannot
   *     be replaced with its owner and permissions; it is left as it was
   */
  static void write(Path path, byte[] read, byte[] contents) throws IOException {
    Path real = path.toRealPath();
    Path parent = real.getParent();
    Path name = real.getFileName();
    if (parent == null || name == null) {
      throw new FileSystemException(real.toString(), null, Messages.text("cli.fmt.irregular"));
    }
    new FileReplacement(real, name, parent).write(read, contents);
  }

  private void write(byte[] read, byte[] contents) throws IOException {
    if (!Files.isWritable(file)) {
      throw new AccessDeniedException(file.toString());
    }
    try (SecureDirectoryStream<Path> directory = open(parent)) {
      PosixFileAttributes attributes = attributes(directory, name);
      if (!attributes.isRegularFile()) {
        throw refused("cli.fmt.irregular");
      }
      if (Files.getAttribute(file, "unix:nlink", LinkOption.NOFOLLOW_LINKS) instanceof Integer links
          && links > 1) {
        throw refused("cli.fmt.hard-links", links);
      }
      if (!Arrays.equals(read, RegularFile.readUnlinked(file, RegularFile.MAX_TERMS))) {
        throw refused("cli.fmt.changed-meanwhile");
      }
      replace(directory, attributes, contents);
    }
  }

  private void replace(
      SecureDirectoryStream<Path> directory, PosixFileAttributes attributes, byte[] contents)
      throws IOException {
    Path temporary = Path.of("." + name + "." + UUID.randomUUID() + ".tmp");
    Files.createDirectory(parent.resolve(temporary), PRIVATE_DIRECTORY);
    try (SecureDirectoryStream<Path> inside =
        directory.newDirectoryStream(temporary, LinkOption.NOFOLLOW_LINKS)) {
      try {
        fill(inside, contents);
        checkPrivate(inside);
        takeOver(inside, attributes);
        inside.move(name, directory, name);
      } catch (IOException e) {
        delete(inside);
        throw e;
      }
    } finally {
      remove(directory, temporary);
    }
  }

  private static void remove(SecureDirectoryStream<Path> directory, Path temporary) {
    try {
      directory.deleteDirectory(temporary);
    } catch (IOException e) {
      // Another user moved it away or filled it; the file is what counts.
    }
  }

  private void fill(SecureDirectoryStream<Path> inside, byte[] contents) throws IOException {
    try (SeekableByteChannel channel = inside.newByteChannel(name, CREATE, PRIVATE_FILE)) {
      ByteBuffer buffer = ByteBuffer.wrap(contents);
      while (buffer.hasRemaining()) {
        channel.write(buffer);
      }
      if (channel instanceof FileChannel onDisk) {
        onDisk.force(true);
      }
    }
  }

  /** Throws an error if another user has replaced the new directory by one of theirs. */
  private void checkPrivate(SecureDirectoryStream<Path> inside) throws IOException {
    PosixFileAttributes directory =
        inside.getFileAttributeView(PosixFileAttributeView.class).readAttributes();
    UserPrincipal self = attributes(inside, name).owner();
    if (!directory.owner().equals(self) || !directory.permissions().equals(PRIVATE)) {
      throw refused("cli.fmt.disturbed");
    }
  }

  /**
   * Sets owner, group and permissions; a change of the owner resets permissions, so it comes first.
   */
  private void takeOver(SecureDirectoryStream<Path> inside, PosixFileAttributes from)
      throws IOException {
    PosixFileAttributeView view = view(inside, name);
    PosixFileAttributes present = view.readAttributes();
    try {
      if (!present.owner().equals(from.owner())) {
        view.setOwner(from.owner());
      }
      if (!present.group().equals(from.group())) {
        view.setGroup(from.group());
      }
    } catch (IOException e) {
      throw refused("cli.fmt.owner", from.owner().getName(), from.group().getName());
    }
    view.setPermissions(from.permissions());
  }

  private void delete(SecureDirectoryStream<Path> inside) {
    try {
      inside.deleteFile(name);
    } catch (IOException e) {
      // It was never made; the error that led here says why.
    }
  }

  /** Opens a directory; the caller closes it. */
  @SuppressWarnings("StreamResourceLeak")
  private static SecureDirectoryStream<Path> open(Path directory) throws IOException {
    DirectoryStream<Path> stream = Files.newDirectoryStream(directory);
    if (stream instanceof SecureDirectoryStream<Path> secure) {
      return secure;
    }
    stream.close();
    throw new FileSystemException(
        directory.toString(), null, Messages.text("cli.fmt.insecure-file-system"));
  }

  private static PosixFileAttributes attributes(SecureDirectoryStream<Path> directory, Path name)
      throws IOException {
    return view(directory, name).readAttributes();
  }

  private static PosixFileAttributeView view(SecureDirectoryStream<Path> directory, Path name) {
    return directory.getFileAttributeView(
        name, PosixFileAttributeView.class, LinkOption.NOFOLLOW_LINKS);
  }

  private FileSystemException refused(String key, Object... arguments) {
    return new FileSystemException(file.toString(), null, Messages.text(key, arguments));
  }
}
