package dev.enit.core.host;

import java.util.List;
import java.util.Optional;
import java.util.Set;

/** The users and groups of the host. */
public interface Accounts {
  /** Returns the accounts of this computer, from its files, then its name service. */
  static Accounts ofThisHost() {
    return new LocalAccounts();
  }

  /** Returns whether a user exists, or empty if that cannot be determined. */
  Optional<Boolean> hasUser(String name);

  /** Returns whether a group exists, or empty if that cannot be determined. */
  Optional<Boolean> hasGroup(String name);

  /** Returns the names of local users, for suggestions. */
  List<String> users();

  /** Returns the names of local groups, for suggestions. */
  List<String> groups();

  /**
   * Returns the names of the users that belong to a group, as their primary group or as members, or
   * empty if that cannot be determined.
   */
  default Optional<Set<String>> members(String group) {
    return Optional.empty();
  }
}
