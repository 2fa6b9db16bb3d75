package dev.enit.core.host;

import dev.enit.core.posix.NameService;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;

/** The files of the host first, which cost nothing; only names unknown to them are asked for. */
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

  private static Optional<Boolean> has(AccountFile file, NameService service, String name) {
    return file.names().contains(name) ? Optional.of(true) : service.has(name);
  }
}
