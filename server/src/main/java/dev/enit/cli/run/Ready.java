package dev.enit.cli.run;

import dev.enit.cli.Arguments;
import dev.enit.cli.NamedRelease;
import dev.enit.cli.RunningSide;
import dev.enit.cli.Shell;
import dev.enit.cli.StatedError;
import dev.enit.cli.check.ErrorList;
import dev.enit.core.check.Problem;
import dev.enit.core.node.LaunchRefused;
import dev.enit.core.node.Launcher;
import dev.enit.core.report.ErrorLines;
import java.util.List;

/** A release that can be started: without errors, and with everything that its node needs. */
final class Ready {
  private Ready() {}

  /**
   * The one that a command line names.
   *
   * @throws StatedError where it cannot be started; its errors have been printed then
   */
  static Launcher toStart(Arguments arguments, Shell shell) {
    Launcher launcher = toStartAgain(arguments, shell);
    try {
      launcher.refuseRunning();
    } catch (LaunchRefused refused) {
      throw StatedError.saying(refused.text());
    }
    return launcher;
  }

  /** As {@link #toStart}, where it may run still. */
  static Launcher toStartAgain(Arguments arguments, Shell shell) {
    NamedRelease named = NamedRelease.toActOn(arguments, shell);
    if (ErrorList.print(named.workspace(), named.key(), arguments, shell) > 0) {
      List<Problem> errors = ErrorList.of(named.workspace(), named.key());
      throw StatedError.saying(
          ErrorLines.refusal(named.workspace(), named.name(), errors, shell::shown));
    }
    try {
      return Launcher.of(named.release(), RunningSide.network(shell));
    } catch (LaunchRefused refused) {
      throw StatedError.saying(refused.text());
    }
  }
}
