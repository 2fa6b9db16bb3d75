package dev.enit.core.check;

import dev.enit.core.host.Accounts;
import java.util.List;
import java.util.Optional;

/** The accounts of the host that fixtures are on. */
public record FixtureHost(List<String> users, List<String> groups) implements Accounts {
  public static final FixtureHost ACCOUNTS =
      new FixtureHost(List.of("relex", "root"), List.of("relex", "root"));

  @Override
  public Optional<Boolean> hasUser(String name) {
    return Optional.of(users.contains(name));
  }

  @Override
  public Optional<Boolean> hasGroup(String name) {
    return Optional.of(groups.contains(name));
  }
}
