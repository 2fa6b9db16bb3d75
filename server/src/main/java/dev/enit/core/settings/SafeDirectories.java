package dev.enit.core.settings;

import dev.enit.core.posix.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The rule for files and directories that only the working directory names, like the {@code
 * safe.directory} of git: they and all directories above them belong to root or to the user who
 * runs the command, and no other user can replace them. Otherwise the owner of a directory decides
 * what a command in it runs.
 */
public final class SafeDirectories {
  private static final int ROOT = 0;
  private static final int GROUP_WRITE = 0020;
  private static final int OTHERS_WRITE = 0002;
  private static final int STICKY = 01000;

  private final Set<Integer> trusted;
  private final List<Path> safe;

  /** Why a path is not safe. */
  public enum Reason {
    OWNER,
    GROUP,
    OTHERS
  }

  /**
   * A file or directory that another user can change.
   *
   * @param path the one asked for, or a directory above it
   * @param owner its user
   * @param group its group
   */
  public record Unsafe(Path path, Reason reason, String owner, String group) {}

  /**
   * Creates the rule.
   *
   * @param trusted numbers of the users whose files are used, beside root
   * @param safe directories below which everything is used
   */
  SafeDirectories(Set<Integer> trusted, List<Path> safe) {
    this.trusted = new HashSet<>(trusted);
    this.trusted.add(ROOT);
    this.safe = List.copyOf(safe);
  }

  /** For the user of this process, by sudo also the one who called it, and the host's settings. */
  public static SafeDirectories ofThisProcess(Map<String, String> environment) {
    Set<Integer> trusted = new HashSet<>(Set.of(ProcessIdentity.caller()));
    String caller = environment.getOrDefault("SUDO_UID", "");
    if (ProcessIdentity.caller() == ROOT && caller.matches("\\d{1,9}")) {
      trusted.add(Integer.valueOf(caller));
    }
    Path host = Settings.DEFAULT_CONFIG_DIR.resolve(SettingsFile.NAME);
    return new SafeDirectories(trusted, SettingsFile.safeDirs(host));
  }

  /**
   * Returns the outermost thing on the way to a path that another user can change, or empty if the
   * path is safe. Both the path as it is written and the one that its links lead to count.
   */
  public Optional<Unsafe> unsafe(Path path) {
    Path absolute = path.toAbsolutePath().normalize();
    Path real;
    try {
      real = absolute.toRealPath();
    } catch (IOException e) {
      real = absolute;
    }
    if (safe.stream().anyMatch(real::startsWith)) {
      return Optional.empty();
    }
    Set<Path> chain = new LinkedHashSet<>();
    addChain(absolute, chain);
    addChain(real, chain);
    for (Path at : chain) {
      boolean isEnd = at.equals(absolute) || at.equals(real);
      Optional<Unsafe> unsafe = look(at, isEnd);
      if (unsafe.isPresent()) {
        return unsafe;
      }
    }
    return Optional.empty();
  }

  private static void addChain(Path path, Set<Path> chain) {
    if (path.getParent() != null) {
      addChain(path.getParent(), chain);
    }
    chain.add(path);
  }

  private Optional<Unsafe> look(Path path, boolean isEnd) {
    try {
      Map<String, Object> facts =
          Files.readAttributes(path, "unix:uid,gid,mode,owner,group", LinkOption.NOFOLLOW_LINKS);
      String owner = String.valueOf(facts.get("owner"));
      String group = String.valueOf(facts.get("group"));
      if (!trusted.contains((Integer) facts.get("uid"))) {
        return Optional.of(new Unsafe(path, Reason.OWNER, owner, group));
      }
      int mode = (Integer) facts.getOrDefault("mode", OTHERS_WRITE);
      // In a directory such as /tmp only the owner of an entry replaces it; a link has no mode.
      boolean isGuarded = ((mode & STICKY) != 0 && !isEnd) || Files.isSymbolicLink(path);
      if ((mode & OTHERS_WRITE) != 0 && !isGuarded) {
        return Optional.of(new Unsafe(path, Reason.OTHERS, owner, group));
      }
      // The group of a user's name has that user alone.
      boolean isOwn = (Integer) facts.getOrDefault("gid", -1) == ROOT || group.equals(owner);
      return (mode & GROUP_WRITE) != 0 && !isGuarded && !isOwn
          ? Optional.of(new Unsafe(path, Reason.GROUP, owner, group))
          : Optional.empty();
    } catch (IOException e) {
      // What is not there, or closed, is not used either.
      return Optional.empty();
    }
  }
}
