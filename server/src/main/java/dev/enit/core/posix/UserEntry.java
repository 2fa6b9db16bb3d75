package dev.enit.core.posix;

/**
 * A user of the host, from {@code getpwnam(3)}.
 *
 * @param uid the number of the user, unsigned in 32 bits
 * @param gid the number of its primary group
 * @param home its directory, which need not exist
 */
public record UserEntry(String name, int uid, int gid, String home, String shell) {
  private static final int ROOT_ID = 0;

  /** Returns whether this is root. */
  public boolean isRoot() {
    return uid == ROOT_ID;
  }
}
