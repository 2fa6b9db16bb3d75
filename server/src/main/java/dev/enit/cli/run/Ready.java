package dev.enit.cli.run;

import dev.enit.cli.Arguments;
import dev.enit.cli.NamedRelease;
import dev.enit.cli.Shell;
import dev.enit.cli.StatedError;
import dev.enit.cli.check.ErrorList;
import dev.enit.core.config.LaunchSettings;
import dev.enit.core.node.LaunchRefused;
import dev.enit.core.node.Launcher;
import dev.enit.core.release.Release;

/** A release that can be started: without errors, and with everything that its node needs. */
record Ready(Release release, Launcher launcher) {

  /**
   * The one that a command line names.
   *
   * @throws StatedError where it cannot be started; its errors have been printed then
   */
  static Ready toStart(Arguments arguments, Shell shell) {
    Ready ready = toStartAgain(arguments, shell);
    try {
      ready.launcher().refuseRunning();
    } catch (LaunchRefused refused) {
      throw StatedError.of("cli.error.as-it-is", refused.text());
    }
    return ready;
  }

  /** As {@link #toStart}, where it may run still. */
  static Ready toStartAgain(Arguments arguments, Shell shell) {
    NamedRelease named = NamedRelease.of(arguments, shell);
    int errors = ErrorList.print(named.workspace(), named.key(), arguments, shell);
    if (errors > 0) {
      throw StatedError.of(
          errors == 1 ? "cli.start.error" : "cli.start.errors", named.name(), errors);
    }
    Release release = named.release();
    try {
      return new Ready(release, Launcher.of(release));
    } catch (LaunchRefused refused) {
      throw StatedError.of("cli.error.as-it-is", refused.text());
    }
  }

  LaunchSettings settings() {
    return LaunchSettings.of(release.config());
  }
}
