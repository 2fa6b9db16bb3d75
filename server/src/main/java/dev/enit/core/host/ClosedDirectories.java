package dev.enit.core.host;

import dev.enit.core.posix.FileStatus;
import dev.enit.core.posix.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.nio.file.attribute.PosixFileAttributes;
import java.time.Duration;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jspecify.annotations.Nullable;

/**
 * The check for closed directories: those in which only root and the user of this process can
 * replace a file. There a file may be opened by its name after a check.
 */
public final class ClosedDirectories {
  private static final int ROOT = 0;
  private static final int SELF = ProcessIdentity.caller();

  /** The directory of logs, which on Ubuntu the group of the system's logger may write to. */
  private static final Path LOGS = Path.of("/var/log");

  private static final Duration KEPT = Duration.ofSeconds(1);
  private static volatile ClosedDirectories lately = new ClosedDirectories();

  private final long since = System.nanoTime();
  private final Map<Path, Boolean> directories = new ConcurrentHashMap<>();
  private final Map<Path, Boolean> ways = new ConcurrentHashMap<>();

  private ClosedDirectories() {}

  /**
   * Returns whether a directory and those above it are closed; false if that cannot be determined.
   *
   * @param real a path without links
   */
  public static boolean isClosed(Path real) {
    return new ClosedDirectories().isDirectoryClosed(real);
  }

  /**
   * Returns whether the directory of a file is closed, or was within the last second: only its
   * trusted owner can have opened it to others since.
   */
  static boolean holdsLately(Path real) {
    Path directory = real.getParent();
    ClosedDirectories found = lately;
    if (System.nanoTime() - found.since > KEPT.toNanos()) {
      found = new ClosedDirectories();
      lately = found;
    }
    return directory != null && found.isDirectoryClosed(directory);
  }

  private boolean isDirectoryClosed(Path directory) {
    return directories.computeIfAbsent(
        directory, at -> isWayClosed(at.getParent()) && isClosed(at, false));
  }

  /** Returns whether no other user can replace a directory; others may create entries in it. */
  private boolean isWayClosed(@Nullable Path directory) {
    if (directory == null) {
      return true;
    }
    Boolean known = ways.get(directory);
    if (known == null) {
      known = isWayClosed(directory.getParent()) && isClosed(directory, true);
      ways.put(directory, known);
    }
    return known;
  }

  private static boolean isClosed(Path at, boolean isWay) {
    try {
      FileStatus status = FileStatus.of(at, LinkOption.NOFOLLOW_LINKS);
      if (status.uid() != ROOT && status.uid() != SELF) {
        return false;
      }
      boolean isGuarded = status.isSticky() && isWay;
      if (status.isWritableByAll()) {
        return isGuarded;
      }
      return !status.isGroupWritable() || isGuarded || at.equals(LOGS) || isOwnGroup(at, status);
    } catch (IOException e) {
      return false;
    }
  }

  /** Returns whether the group has no other user: it is root's, or has the name of the owner. */
  private static boolean isOwnGroup(Path at, FileStatus status) throws IOException {
    if (status.gid() == ROOT) {
      return true;
    }
    PosixFileAttributes names =
        Files.readAttributes(at, PosixFileAttributes.class, LinkOption.NOFOLLOW_LINKS);
    return names.group().getName().equals(names.owner().getName());
  }
}
