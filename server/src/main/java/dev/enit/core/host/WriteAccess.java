package dev.enit.core.host;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.LinkOption;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.Collection;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/**
 * The rule that tells which files only trusted users can change: root, and the users that it is
 * created for. A user who can write to a directory can replace the files in it, so all directories
 * above a path count, both as written and after links are resolved.
 */
public final class WriteAccess {
  private static final int ROOT = 0;
  private static final String ROOT_NAME = "root";
  private static final int GROUP_WRITE = 0020;
  private static final int OTHERS_WRITE = 0002;
  private static final int STICKY = 01000;

  private final Set<Integer> uids;
  private final Set<String> users;
  private final Accounts accounts;
  private final List<Path> safe;
  private final Stats stats;

  /** Why a path is not safe. */
  public enum Reason {
    OWNER,
    GROUP,
    OTHERS
  }

  /** The part of stat(2) that the rule uses; names are looked up only if they are needed. */
  public interface Stat {
    int uid();

    int gid();

    /** Returns the permissions, without the type of the file. */
    int mode();

    String owner();

    String group();
  }

  /** A source of {@link Stat}s that follows no links; a test supplies its own. */
  @FunctionalInterface
  public interface Stats {
    Stat of(Path path) throws IOException;
  }

  /**
   * A file or directory that an untrusted user can change.
   *
   * @param owner its user
   * @param group its group
   */
  public record Unsafe(Path path, Reason reason, String owner, String group) {}

  /**
   * Creates the rule.
   *
   * @param uids the numbers of the trusted users besides root
   * @param users the names of the trusted users besides root
   * @param safe the real paths of directories that are trusted with everything below them
   */
  public WriteAccess(
      Set<Integer> uids, Set<String> users, Accounts accounts, Collection<Path> safe) {
    this(uids, users, accounts, safe, WriteAccess::stat);
  }

  /** Creates the rule with another source of {@link Stat}s. */
  public WriteAccess(
      Set<Integer> uids, Set<String> users, Accounts accounts, Collection<Path> safe, Stats stats) {
    this.stats = stats;
    this.uids = new HashSet<>(uids);
    this.uids.add(ROOT);
    this.users = new HashSet<>(users);
    this.users.add(ROOT_NAME);
    this.accounts = accounts;
    this.safe = List.copyOf(safe);
  }

  /** Returns the rule that trusts one more user, by its name. */
  public WriteAccess trusting(String user) {
    Set<String> more = new HashSet<>(users);
    more.add(user);
    return new WriteAccess(uids, more, accounts, safe, stats);
  }

  /** Returns whether a user is trusted, by its name. */
  public boolean isTrusted(String user) {
    return users.contains(user);
  }

  /** Returns the outermost unsafe thing on the way to a path, or empty if the path is safe. */
  public Optional<Unsafe> unsafe(Path path) {
    return unsafe(List.of(path), 1).stream().findFirst();
  }

  /**
   * Returns the unsafe ones among paths and all directories above them, each once. In a sticky
   * directory such as /tmp only the owner of an entry replaces it: such a directory is safe above a
   * path, but not as a path of the list.
   *
   * @param paths directories before the files in them
   * @param most how many are returned at most
   */
  public List<Unsafe> unsafe(Collection<Path> paths, int most) {
    Survey survey = new Survey();
    for (Path path : paths) {
      Path absolute = path.toAbsolutePath().normalize();
      if (survey.found.size() < most && !isExempt(absolute)) {
        survey.look(absolute, true);
      }
    }
    return List.copyOf(survey.found.subList(0, Math.min(most, survey.found.size())));
  }

  private boolean isExempt(Path path) {
    if (safe.isEmpty()) {
      return false;
    }
    try {
      Path real = path.toRealPath();
      return safe.stream().anyMatch(real::startsWith);
    } catch (IOException e) {
      return safe.stream().anyMatch(path::startsWith);
    }
  }

  private final class Survey {
    private final Set<Path> seen = new HashSet<>();
    private final List<Unsafe> found = new ArrayList<>();

    void look(Path path, boolean isEnd) {
      if (!seen.add(path)) {
        return;
      }
      if (path.getParent() != null) {
        look(path.getParent(), false);
      }
      try {
        Stat stat = stats.of(path);
        boolean isLink = Files.isSymbolicLink(path);
        reason(stat, isEnd, isLink)
            .map(reason -> new Unsafe(path, reason, stat.owner(), stat.group()))
            .ifPresent(found::add);
        if (isLink) {
          look(path.toRealPath(), isEnd);
        }
      } catch (IOException e) {
        // A path that is missing or cannot be searched is not used either.
      }
    }
  }

  private Optional<Reason> reason(Stat stat, boolean isEnd, boolean isLink) {
    if (!uids.contains(stat.uid()) && !users.contains(stat.owner())) {
      return Optional.of(Reason.OWNER);
    }
    int mode = stat.mode();
    // A link has no mode.
    if (isLink || ((mode & STICKY) != 0 && !isEnd)) {
      return Optional.empty();
    }
    if ((mode & OTHERS_WRITE) != 0) {
      return Optional.of(Reason.OTHERS);
    }
    return (mode & GROUP_WRITE) != 0 && !isTrustedGroup(stat)
        ? Optional.of(Reason.GROUP)
        : Optional.empty();
  }

  /**
   * Returns whether the group has no untrusted members: a group with a user's name has that user
   * alone, unless its members are known to be others.
   */
  private boolean isTrustedGroup(Stat stat) {
    if (stat.gid() == ROOT) {
      return true;
    }
    String group = stat.group();
    String owner = stat.owner();
    return accounts
        .members(group)
        .map(members -> members.stream().allMatch(m -> users.contains(m) || m.equals(owner)))
        .orElse(group.equals(owner));
  }

  @Override
  public boolean equals(@Nullable Object other) {
    return other instanceof WriteAccess access
        && uids.equals(access.uids)
        && users.equals(access.users)
        && safe.equals(access.safe)
        && accounts.equals(access.accounts);
  }

  @Override
  public int hashCode() {
    return Objects.hash(uids, users, safe);
  }

  private static Stat stat(Path path) throws IOException {
    Map<String, Object> facts =
        Files.readAttributes(path, "unix:uid,gid,mode", LinkOption.NOFOLLOW_LINKS);
    return new FileStat(
        path,
        (Integer) facts.getOrDefault("uid", -1),
        (Integer) facts.getOrDefault("gid", -1),
        (Integer) facts.getOrDefault("mode", OTHERS_WRITE));
  }

  private record FileStat(Path path, int uid, int gid, int mode) implements Stat {
    @Override
    public String owner() {
      return name("owner");
    }

    @Override
    public String group() {
      return name("group");
    }

    private String name(String attribute) {
      try {
        return String.valueOf(
            Files.getAttribute(path, "unix:" + attribute, LinkOption.NOFOLLOW_LINKS));
      } catch (IOException e) {
        return "?";
      }
    }
  }
}
