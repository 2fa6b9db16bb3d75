package dev.enit.cli.run;

import dev.enit.cli.command.Arguments;
import dev.enit.cli.command.CommandContext;
import dev.enit.cli.command.DiagnosticText;
import dev.enit.cli.command.NamedRelease;
import dev.enit.cli.command.NodeAccess;
import dev.enit.cli.command.UserError;
import dev.enit.core.check.Diagnostic;
import dev.enit.core.node.LaunchRefused;
import dev.enit.core.node.Launcher;
import dev.enit.core.report.ErrorLines;
import dev.enit.core.text.Messages;
import java.util.List;

/** A release that can be started: without errors, and with everything that its node needs. */
final class StartableRelease {
  private StartableRelease() {}

  /**
   * The one that a command line names.
   *
   * @throws UserError where it cannot be started; its errors have been printed then
   */
  static Launcher toStart(Arguments arguments, CommandContext shell) {
    Launcher launcher = toStartAgain(arguments, shell);
    try {
      launcher.refuseRunning();
    } catch (LaunchRefused refused) {
      throw UserError.saying(refused.text());
    }
    return launcher;
  }

  /** As {@link #toStart}, where it may run still. */
  static Launcher toStartAgain(Arguments arguments, CommandContext shell) {
    NamedRelease named = NamedRelease.toActOn(arguments, shell);
    List<Diagnostic> errors = ErrorLines.errors(named.workspace(), named.key());
    if (!errors.isEmpty()) {
      DiagnosticText.printErrors(named.workspace(), errors, arguments, shell);
      throw UserError.saying(
          ErrorLines.refusal(named.workspace(), named.name(), errors, shell::shown));
    }
    try {
      Launcher launcher = Launcher.of(named.release(), NodeAccess.network(shell));
      noteDropped(named, launcher, shell);
      if (!StartOptions.isForced(arguments)) {
        launcher.refuseUnsafe(named.workspace().host().writeAccess());
      }
      return launcher;
    } catch (LaunchRefused refused) {
      throw UserError.saying(refused.text());
    }
  }

  /** The search path of the caller does not reach the node of another user. */
  private static void noteDropped(NamedRelease named, Launcher launcher, CommandContext shell) {
    boolean isDropped =
        named.release().otp().callerDirs().isEmpty()
            && !named.workspace().otp(named.key().folder()).callerDirs().isEmpty();
    if (isDropped) {
      String user = launcher.settings().user().orElse("?");
      shell.err().line("enit: " + Messages.text("cli.start.erl-libs", named.name(), user));
      shell.err().flush();
    }
  }
}
