package dev.enit.core.host;

import dev.enit.core.posix.NameService;
import java.nio.file.Path;
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
}
