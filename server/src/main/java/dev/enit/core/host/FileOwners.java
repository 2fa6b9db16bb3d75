package dev.enit.core.host;

import dev.enit.core.posix.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.OptionalInt;
import java.util.Set;

/**
 * The users whose directories and links may be part of the path of a file that is written.
 *
 * @param trusted root and the user of this process: their links may lead anywhere
 * @param tolerated users who may own a directory of the path, whose links may only lead to their
 *     own files
 */
public record FileOwners(Set<Integer> trusted, Set<Integer> tolerated) {
  private static final int ROOT = 0;

  /** The length of the user namespace map that maps every user of the host to itself. */
  private static final String ALL_USERS = "4294967295";

  public FileOwners {
    trusted = Set.copyOf(trusted);
    tolerated = Set.copyOf(tolerated);
  }

  /**
   * Returns the users for a file that this process writes; under sudo also the user who called it.
   *
   * @param user another user whom the file is for
   */
  public static FileOwners ofThisProcess(Map<String, String> environment, OptionalInt user) {
    Set<Integer> tolerated = new HashSet<>();
    user.ifPresent(tolerated::add);
    String caller = environment.getOrDefault("SUDO_UID", "");
    if (ProcessIdentity.caller() == ROOT && caller.matches("\\d{1,9}")) {
      tolerated.add(Integer.valueOf(caller));
    }
    Set<Integer> trusted = new HashSet<>(List.of(ROOT, ProcessIdentity.caller()));
    unmapped().ifPresent(trusted::add);
    return new FileOwners(trusted, tolerated);
  }

  /** Returns the number that the root of the host has in an unprivileged container. */
  private static OptionalInt unmapped() {
    try {
      String map = Files.readString(Path.of("/proc/self/uid_map")).strip();
      return map.endsWith(" " + ALL_USERS)
          ? OptionalInt.empty()
          : OptionalInt.of(
              Integer.parseInt(Files.readString(Path.of("/proc/sys/kernel/overflowuid")).strip()));
    } catch (IOException | NumberFormatException e) {
      return OptionalInt.empty();
    }
  }

  boolean isTrusted(int uid) {
    return trusted.contains(uid);
  }

  boolean isKnown(int uid) {
    return trusted.contains(uid) || tolerated.contains(uid);
  }

  /** Returns whether an entry in a directory of one user may belong to another. */
  boolean mayHold(int directory, int entry) {
    return isTrusted(directory) || directory == entry;
  }
}
