package dev.enit.core.posix;

import dev.enit.core.posix.NameService.UserEntry;
import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/**
 * The user and group that this process acts as. A change applies to all threads and cannot be
 * undone.
 */
public final class ProcessIdentity {
  private ProcessIdentity() {}

  /** Returns the number of the user that this process acts as. */
  public static int uid() {
    return ask("geteuid");
  }

  /**
   * Returns the number of the user that started this process, from {@code /proc}: cheaper than a
   * call of the C library, which not every command needs. It is wrong after {@link #become}.
   */
  public static int caller() {
    try {
      return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    } catch (IOException | UnsupportedOperationException e) {
      return uid();
    }
  }

  /** Returns the number of the group that this process acts as. */
  public static int gid() {
    return ask("getegid");
  }

  /** Returns the user that this process acts as, or empty if its number has no name. */
  public static Optional<UserEntry> user() {
    // The JVM has it from getpwuid(3).
    return NameService.user(System.getProperty("user.name", ""))
        .filter(user -> user.uid() == uid());
  }

  /**
   * Becomes a user: sets the supplementary groups, the group, and then the user. This cannot be
   * undone.
   *
   * @param gid the group to act as, usually the primary one
   * @throws PosixException if this process may not do that; a part may then be changed
   */
  public static void become(UserEntry user, int gid) throws IOException {
    try (Arena arena = Arena.ofConfined()) {
      long group = Integer.toUnsignedLong(gid);
      long name = arena.allocateFrom(user.name()).address();
      CFunction.of("initgroups", 2).call(name, group);
      CFunction.of("setgid", 1).call(group);
      CFunction.of("setuid", 1).call(Integer.toUnsignedLong(user.uid()));
    }
    if (ask("getuid") != user.uid() || uid() != user.uid() || ask("getgid") != gid) {
      throw new IOException("the identity has not changed");
    }
  }

  private static int ask(String function) {
    try {
      return CFunction.of(function, 0).call();
    } catch (PosixException e) {
      // The number of the one user that looks like an error.
      return -1;
    }
  }
}
