package dev.enit.cli.run;

import dev.enit.cli.command.Arguments;
import dev.enit.cli.command.Command;
import dev.enit.cli.command.CommandContext;
import dev.enit.cli.command.CommandDefinition;
import dev.enit.cli.command.ExitStatus;
import dev.enit.cli.command.UserError;
import dev.enit.core.node.LaunchRefused;
import dev.enit.core.node.Launcher;
import dev.enit.core.release.Release;

/**
 * {@code enit restart}: a stop, and a start in the background. What would keep it from starting is
 * found before it is stopped.
 */
public final class RestartCommand implements Command {
  @Override
  public CommandDefinition shape() {
    return FollowedStart.options(CommandDefinition.command("restart").flag("--kill"));
  }

  @Override
  public boolean answersSignals() {
    return true;
  }

  @Override
  public int run(Arguments arguments, CommandContext shell) {
    FollowedStart start = FollowedStart.of(arguments, shell);
    Launcher launcher = StartableRelease.toStartAgain(arguments, shell);
    Release release = launcher.release();
    refuse(launcher);
    start.check(launcher);
    FollowedStop stop = new FollowedStop(release, arguments, shell);
    CommandResult.text(arguments, shell, stop.run(stop.patience()).text());
    start.start(launcher);
    return ExitStatus.DONE;
  }

  private static void refuse(Launcher launcher) {
    try {
      launcher.refuseNameInUse();
      launcher.refuseSupervised();
      launcher.refuseClosedCode();
    } catch (LaunchRefused refused) {
      throw UserError.saying(refused.text());
    }
  }
}
