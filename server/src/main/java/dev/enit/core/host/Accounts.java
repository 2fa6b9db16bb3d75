package dev.enit.core.host;

import java.util.List;
import java.util.Optional;

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
}
