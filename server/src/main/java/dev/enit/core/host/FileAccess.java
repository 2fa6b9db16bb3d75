package dev.enit.core.host;

import dev.enit.core.text.Messages;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Optional;
import java.util.Set;

/** The access to files that their permission bits grant. */
public final class FileAccess {
  private static final String ROOT = "root";

  private FileAccess() {}

  /**
   * Returns whether every user of the host may read a file: its permissions allow it, and so do
   * those of each folder on the way to it.
   *
   * @param top the outermost folder to look at
   */
  public static boolean isOpenToAll(Path file, Path top) {
    if (!has(file, PosixFilePermission.OTHERS_READ)) {
      return false;
    }
    for (Path folder = file.getParent();
        folder != null && folder.startsWith(top);
        folder = folder.getParent()) {
      if (!has(folder, PosixFilePermission.OTHERS_EXECUTE)) {
        return false;
      }
    }
    return true;
  }

  /**
   * Returns the group whose members may read a file, with all folders on the way to it, or empty if
   * none may.
   *
   * @param top the outermost folder to look at
   */
  public static Optional<String> readingGroup(Path file, Path top) {
    try {
      PosixFileAttributes of = Files.readAttributes(file, PosixFileAttributes.class);
      String group = of.group().getName();
      boolean isOpen = of.permissions().contains(PosixFilePermission.GROUP_READ);
      for (Path folder = file.getParent();
          isOpen && folder != null && folder.startsWith(top);
          folder = folder.getParent()) {
        isOpen =
            has(
                folder,
                Files.readAttributes(folder, PosixFileAttributes.class)
                        .group()
                        .getName()
                        .equals(group)
                    ? PosixFilePermission.GROUP_EXECUTE
                    : PosixFilePermission.OTHERS_EXECUTE);
      }
      return isOpen ? Optional.of(group) : Optional.empty();
    } catch (IOException | UnsupportedOperationException e) {
      return Optional.empty();
    }
  }

  private static boolean has(Path path, PosixFilePermission permission) {
    try {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
      return permissions.contains(permission);
    } catch (IOException | UnsupportedOperationException e) {
      // Report nothing without evidence.
      return false;
    }
  }

  /**
   * Returns why a file or a folder cannot be read, and who can: the group that may read it, or its
   * owner.
   *
   * @param path absolute
   */
  public static String denied(Path path) {
    Path closed = closed(path);
    boolean isHere = closed.equals(path);
    String words = isHere ? "file.denied" : "file.denied.in";
    try {
      PosixFileAttributes attributes = Files.readAttributes(closed, PosixFileAttributes.class);
      Set<PosixFilePermission> permissions = attributes.permissions();
      boolean isForGroup =
          permissions.contains(
              isHere ? PosixFilePermission.GROUP_READ : PosixFilePermission.GROUP_EXECUTE);
      String group = attributes.group().getName();
      String owner = attributes.owner().getName();
      String remedy =
          isForGroup && !group.equals(ROOT)
              ? Messages.text("file.denied.group", group)
              : Messages.text(owner.equals(ROOT) ? "file.denied.root" : "file.denied.owner", owner);
      return Messages.text(words, closed) + "; " + remedy;
    } catch (IOException | UnsupportedOperationException e) {
      return Messages.text(words, closed);
    }
  }

  /**
   * Returns why it cannot be determined whether a path exists, or empty if it can.
   *
   * @param path absolute
   */
  public static Optional<String> barrier(Path path) {
    return closed(path).equals(path) ? Optional.empty() : Optional.of(denied(path));
  }

  /**
   * Returns the outermost folder on the way to a path that cannot be searched, or else the path.
   *
   * @param path absolute
   */
  public static Path closed(Path path) {
    Path way = path;
    for (Path folder = path.getParent(); folder != null; folder = folder.getParent()) {
      if (Files.isDirectory(folder) && !Files.isExecutable(folder)) {
        way = folder;
      }
    }
    return way;
  }
}
