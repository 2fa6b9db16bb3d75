package dev.enit.core.settings;

import dev.enit.core.host.Accounts;
import dev.enit.core.host.WriteAccess;
import dev.enit.core.host.WriteAccess.Unsafe;
import dev.enit.core.posix.ProcessIdentity;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.HashSet;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * The trust rule for files that are found only through the working directory, and for everything
 * that root starts, like the {@code safe.directory} of git: the files and all directories above
 * them belong to root or to the user who runs the command, and no other user can replace them.
 * Otherwise the owner of a directory would decide what a command in it runs.
 */
public final class SafeDirectories {
  private static final int ROOT = 0;

  private SafeDirectories() {}

  /**
   * Returns the rule for the user of this process, under sudo also for the user who called it, with
   * the exceptions in the settings of the host.
   */
  public static WriteAccess ofThisProcess(Map<String, String> environment, Accounts accounts) {
    Set<Integer> uids = new HashSet<>(Set.of(ProcessIdentity.caller()));
    Set<String> users = new HashSet<>();
    try {
      users.add(Files.getOwner(Path.of("/proc/self")).getName());
    } catch (IOException e) {
      // Only the number is trusted then.
    }
    String caller = environment.getOrDefault("SUDO_UID", "");
    if (ProcessIdentity.caller() == ROOT && caller.matches("\\d{1,9}")) {
      uids.add(Integer.valueOf(caller));
      users.add(environment.getOrDefault("SUDO_USER", "root"));
    }
    Path host = Settings.DEFAULT_CONFIG_DIR.resolve(SettingsFile.NAME);
    return new WriteAccess(uids, users, accounts, SettingsFile.safeDirs(host));
  }

  /**
   * Returns what makes a settings file unsafe, or empty if it is safe or sets nothing that is used.
   *
   * @param explicit the settings that override the file; they may set everything that it sets
   */
  public static Optional<Unsafe> unsafeSettings(WriteAccess rule, Path file, Settings explicit) {
    return rule.unsafe(file)
        .filter(_ -> !explicit.orElse(SettingsFile.read(file)).equals(explicit));
  }
}
