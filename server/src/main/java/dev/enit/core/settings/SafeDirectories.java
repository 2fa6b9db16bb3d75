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
 * The rule for files and directories that only the working directory names, and for all that root
 * starts, like the {@code safe.directory} of git: they and all directories above them belong to
 * root or to the user who runs the command, and no other user can replace them. Otherwise the owner
 * of a directory decides what a command in it runs.
 */
public final class SafeDirectories {
  private static final int ROOT = 0;

  private SafeDirectories() {}

  /**
   * Returns the rule for the user of this process, by sudo also for the one who called it, with the
   * exceptions in the settings of the host.
   */
  public static WriteAccess ofThisProcess(Map<String, String> environment, Accounts accounts) {
    Set<Integer> uids = new HashSet<>(Set.of(ProcessIdentity.caller()));
    Set<String> users = new HashSet<>();
    try {
      users.add(Files.getOwner(Path.of("/proc/self")).getName());
    } catch (IOException e) {
      // Then the number alone is trusted.
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
   * Returns what makes a settings file unsafe, or empty if it is safe or decides nothing.
   *
   * @param explicit the settings that go before the file; they may say all that it says
   */
  public static Optional<Unsafe> unsafeSettings(WriteAccess rule, Path file, Settings explicit) {
    return rule.unsafe(file)
        .filter(_ -> !explicit.orElse(SettingsFile.read(file)).equals(explicit));
  }
}
