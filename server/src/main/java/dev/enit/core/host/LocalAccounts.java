package dev.enit.core.host;

import dev.enit.core.posix.NameService;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.attribute.FileTime;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;

/**
 * The accounts of this computer. Its files are read first, which is cheap; the name service is
 * asked only for names that they lack.
 */
final class LocalAccounts implements Accounts {
  private final AccountFile users = new AccountFile(Path.of("/etc/passwd"));
  private final AccountFile groups = new AccountFile(Path.of("/etc/group"));

  @Override
  public Optional<Boolean> hasUser(String name) {
    return has(users, NameService.USERS, name);
  }

  @Override
  public Optional<Boolean> hasGroup(String name) {
    return has(groups, NameService.GROUPS, name);
  }

  @Override
  public List<String> users() {
    return users.names();
  }

  @Override
  public List<String> groups() {
    return groups.names();
  }

  /**
   * Returns the members by the files alone: a name service may take long, and lists no primary
   * groups.
   */
  @Override
  public Optional<Set<String>> members(String group) {
    return groups.entries().stream()
        .filter(entry -> entry.size() > AccountFile.GROUP && entry.getFirst().equals(group))
        .findFirst()
        .map(
            entry -> {
              Set<String> members = new TreeSet<>();
              for (String member : entry.get(AccountFile.GROUP).split(",", -1)) {
                if (!member.isBlank()) {
                  members.add(member.strip());
                }
              }
              users.entries().stream()
                  .filter(user -> user.size() > AccountFile.GROUP)
                  .filter(user -> user.get(AccountFile.GROUP).equals(entry.get(AccountFile.ID)))
                  .forEach(user -> members.add(user.getFirst()));
              return members;
            });
  }

  private static Optional<Boolean> has(AccountFile file, NameService service, String name) {
    return file.names().contains(name) ? Optional.of(true) : service.has(name);
  }

  /** The entries of {@code /etc/passwd} or {@code /etc/group}, read again when the file changes. */
  static final class AccountFile {
    /** The index of the field with the number, in passwd(5) and group(5). */
    static final int ID = 2;

    /** The index of the field with the primary group in passwd(5), or the members in group(5). */
    static final int GROUP = 3;

    private final Path file;
    private State state = new State(FileTime.fromMillis(-1), List.of());

    private record State(FileTime read, List<List<String>> entries) {}

    AccountFile(Path file) {
      this.file = file;
    }

    /** Returns the names in the order of the file, or none if it cannot be read. */
    List<String> names() {
      return entries().stream().map(List::getFirst).toList();
    }

    /** Returns the fields of all entries in the order of the file, or none if it cannot be read. */
    synchronized List<List<String>> entries() {
      try {
        FileTime changed = Files.getLastModifiedTime(file);
        if (!changed.equals(state.read)) {
          state = new State(changed, read());
        }
      } catch (IOException e) {
        state = new State(FileTime.fromMillis(-1), List.of());
      }
      return state.entries;
    }

    private List<List<String>> read() throws IOException {
      // A name may contain any byte; in latin-1 each byte is a character.
      return Files.readAllLines(file, StandardCharsets.ISO_8859_1).stream()
          .filter(line -> line.indexOf(':') > 0 && "#+-".indexOf(line.charAt(0)) < 0)
          .map(line -> List.of(line.split(":", -1)))
          .toList();
    }
  }
}
