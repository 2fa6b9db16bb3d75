package dev.enit.core.node;

import dev.enit.core.config.LaunchSettings;
import dev.enit.core.posix.NameService;
import dev.enit.core.posix.NameService.GroupEntry;
import dev.enit.core.posix.NameService.UserEntry;
import dev.enit.core.posix.ProcessIdentity;
import java.util.Optional;

/**
 * Whom a node runs as, where that is another one than who starts it.
 *
 * @param gid the group, the user's own one unless the release names another
 */
public record RunAs(UserEntry user, int gid) {

  /**
   * What a release asks for; empty where that is who we are.
   *
   * @throws LaunchRefused where there is no such user or group, or only root may become it
   */
  public static Optional<RunAs> of(LaunchSettings settings) throws LaunchRefused {
    if (settings.user().isEmpty() && settings.group().isEmpty()) {
      return Optional.empty();
    }
    UserEntry user = settings.user().isPresent() ? user(settings.user().get()) : ourselves();
    int own = settings.user().isPresent() ? user.gid() : ProcessIdentity.gid();
    int gid = settings.group().isPresent() ? group(settings.group().get()).gid() : own;
    if (user.uid() == ProcessIdentity.uid() && gid == ProcessIdentity.gid()) {
      return Optional.empty();
    }
    if (ProcessIdentity.uid() != 0) {
      throw LaunchRefused.of(
          "needs-root",
          settings
              .user()
              .map(name -> "`run_as_user` " + name)
              .orElse("`run_as_group` " + settings.group().orElse("")),
          ProcessIdentity.user()
              .map(UserEntry::name)
              .orElse(Integer.toUnsignedString(ProcessIdentity.uid())));
    }
    return Optional.of(new RunAs(user, gid));
  }

  private static UserEntry user(String name) throws LaunchRefused {
    return NameService.user(name).orElseThrow(() -> LaunchRefused.of("no-user", name));
  }

  private static GroupEntry group(String name) throws LaunchRefused {
    return NameService.group(name).orElseThrow(() -> LaunchRefused.of("no-group", name));
  }

  private static UserEntry ourselves() throws LaunchRefused {
    return ProcessIdentity.user()
        .orElseThrow(
            () -> LaunchRefused.of("nameless", Integer.toUnsignedString(ProcessIdentity.uid())));
  }
}
