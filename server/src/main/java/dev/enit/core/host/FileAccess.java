package dev.enit.core.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFilePermission;
import java.util.Set;

/** Who may read a file, as far as its permission bits say. */
public final class FileAccess {
  private FileAccess() {}

  /**
   * Whether every user of the host may read a file: the file itself is open, and so is each folder
   * on the way to it.
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

  private static boolean has(Path path, PosixFilePermission permission) {
    try {
      Set<PosixFilePermission> permissions = Files.getPosixFilePermissions(path);
      return permissions.contains(permission);
    } catch (IOException | UnsupportedOperationException e) {
      // Nobody is accused without evidence.
      return false;
    }
  }
}
