package dev.enit.core.host;

import java.util.Optional;

/** The users and groups of the host. */
public interface Accounts {
  /** Whether there is such a user; empty where that cannot be found out. */
  Optional<Boolean> hasUser(String name);

  /** Whether there is such a group; empty where that cannot be found out. */
  Optional<Boolean> hasGroup(String name);

  /** The names of local users, for suggestions. */
  java.util.List<String> users();

  /** The names of local groups, for suggestions. */
  java.util.List<String> groups();
}
