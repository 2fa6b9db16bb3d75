package dev.enit.core.check;

import dev.enit.core.host.Accounts;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The accounts of the host that fixtures are on. */
public record FixtureHost(List<String> users, List<String> groups, Set<String> members)
    implements Accounts {
  public static final FixtureHost ACCOUNTS = withMembers(Set.of());

  /** Those whose groups, of any name, have these members. */
  public static FixtureHost withMembers(Set<String> members) {
    return new FixtureHost(List.of("relex", "root"), List.of("relex", "root"), members);
  }

  @Override
  public Optional<Set<String>> members(String group) {
    return Optional.of(members);
  }

  @Override
  public Optional<Boolean> hasUser(String name) {
    return Optional.of(users.contains(name));
  }

  @Override
  public Optional<Boolean> hasGroup(String name) {
    return Optional.of(groups.contains(name));
  }
}
