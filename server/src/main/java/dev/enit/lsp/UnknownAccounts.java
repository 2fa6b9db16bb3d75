package dev.enit.lsp;

import dev.enit.core.host.Accounts;
import java.util.List;
import java.util.Optional;

/** Nothing is known of users and groups. */
final class UnknownAccounts implements Accounts {
  @Override
  public Optional<Boolean> hasUser(String name) {
    return Optional.empty();
  }

  @Override
  public Optional<Boolean> hasGroup(String name) {
    return Optional.empty();
  }

  @Override
  public List<String> users() {
    return List.of();
  }

  @Override
  public List<String> groups() {
    return List.of();
  }
}
