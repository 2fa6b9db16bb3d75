package dev.enit.core.posix;

import java.io.IOException;
import java.lang.foreign.Arena;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Optional;

/** Whom a process acts for. A change holds for all threads, and for good. */
public final class ProcessIdentity {
  private ProcessIdentity() {}

  /** The number of the user that this process acts for. */
  public static int uid() {
    return ask("geteuid");
  }

  /**
   * Returns the number of the user that started this process, as {@code /proc} tells it: cheaper
   * than a call of the C library, which not every command needs. It says nothing after {@link
   * #become}.
   */
  public static int caller() {
    try {
      return (Integer) Files.getAttribute(Path.of("/proc/self"), "unix:uid");
    } catch (IOException | UnsupportedOperationException e) {
      return uid();
    }
  }

  /** The number of the group that this process acts for. */
  public static int gid() {
    return ask("getegid");
  }

  /** The user that this process acts for; empty where its number has no name. */
  public static Optional<UserEntry> user() {
    // As the JVM found it out by getpwuid(3).
    return NameService.user(System.getProperty("user.name", ""))
        .filter(user -> user.uid() == uid());
  }

  /**
   * Becomes a user: the groups it belongs to, the group, and then the user, after which there is no
   * way back.
   *
   * @param gid the group to act for, usually its primary one
   * @throws PosixException where this process may not do that; it may then have changed a part
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
      // The one user whose number looks like an error.
      return -1;
    }
  }
}
