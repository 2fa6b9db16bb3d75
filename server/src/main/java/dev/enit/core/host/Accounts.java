package dev.enit.core.host;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The users and groups of the host. */
public interface Accounts {
  /** Those of this computer: its files, then its name service. */
  static Accounts ofThisHost() {
    return new LocalAccounts();
  }

  /** Whether there is such a user; empty where that cannot be found out. */
  Optional<Boolean> hasUser(String name);

  /** Whether there is such a group; empty where that cannot be found out. */
  Optional<Boolean> hasGroup(String name);

  /** The names of local users, for suggestions. */
  List<String> users();

  /** The names of local groups, for suggestions. */
  List<String> groups();

  /**
   * Returns the names of the users that belong to a group, as their primary group or as members, or
   * empty if that cannot be found out.
   */
  default Optional<Set<String>> members(String group) {
    return Optional.empty();
  }
}
