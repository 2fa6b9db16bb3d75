package dev.enit.cli.command;

import dev.enit.core.host.Accounts;
import dev.enit.core.host.WriteAccess;
import dev.enit.core.host.WriteAccess.Unsafe;
import dev.enit.core.settings.SafeDirectories;
import dev.enit.core.settings.Settings;
import dev.enit.core.settings.SettingsSources;
import java.nio.file.Path;
import java.util.Locale;
import java.util.Optional;

/**
 * The check of settings and releases that only the working directory names: they are refused if
 * another user can change them. What an option, a variable or a path in the arguments names is used
 * as it is.
 */
public final class SafePlaces {
  private final Settings explicit;
  private final CommandContext context;
  private final WriteAccess rule;

  /** For a command line. */
  public SafePlaces(Arguments arguments, CommandContext context) {
    this.explicit =
        SettingsSources.of(GlobalOptions.settings(arguments, context), context.environment())
            .explicit();
    this.context = context;
    this.rule = SafeDirectories.ofThisProcess(context.environment(), Accounts.ofThisHost());
  }

  /**
   * Checks the {@code enit.config} that governs a directory, unless options name all that it says.
   *
   * @throws UserError where another user can change it
   */
  public void checkSettings(Path directory) {
    Optional<Path> file = SettingsSources.nearest(directory);
    Optional<Unsafe> unsafe =
        file.flatMap(found -> SafeDirectories.unsafeSettings(rule, found, explicit));
    if (unsafe.isPresent()) {
      throw refusal(file.get(), file.get().resolveSibling(""), unsafe.get());
    }
  }

  /**
   * Checks a directory of releases, or of their configuration, that is used because it is here.
   *
   * @throws UserError where another user can change it
   */
  public void checkDirectory(Path directory) {
    rule.unsafe(directory)
        .ifPresent(
            unsafe -> {
              throw refusal(directory, directory, unsafe);
            });
  }

  private UserError refusal(Path named, Path directory, Unsafe unsafe) {
    return UserError.of(
        "cli.error.unsafe." + unsafe.reason().name().toLowerCase(Locale.ROOT),
        context.shown(named),
        unsafe.path(),
        unsafe.owner(),
        unsafe.group(),
        directory);
  }
}
