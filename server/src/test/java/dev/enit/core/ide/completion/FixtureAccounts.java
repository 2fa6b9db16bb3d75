package dev.enit.core.ide.completion;

import dev.enit.core.host.Accounts;
import java.util.List;
import java.util.Optional;

/** The users and groups of a host that has few. */
record FixtureAccounts() implements Accounts {
  @Override
  public Optional<Boolean> hasUser(String name) {
    return Optional.of(users().contains(name));
  }

  @Override
  public Optional<Boolean> hasGroup(String name) {
    return Optional.of(groups().contains(name));
  }

  @Override
  public List<String> users() {
    return List.of("root", "web", "nobody");
  }

  @Override
  public List<String> groups() {
    return List.of("root", "www-data");
  }
}
