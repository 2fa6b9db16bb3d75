package dev.enit.cli.run;

import dev.enit.cli.Arguments;
import dev.enit.cli.Command;
import dev.enit.cli.ExitStatus;
import dev.enit.cli.Shape;
import dev.enit.cli.Shell;
import dev.enit.cli.StatedError;
import dev.enit.core.node.LaunchRefused;
import dev.enit.core.node.Launcher;
import dev.enit.core.release.Release;

/**
 * {@code enit restart}: a stop, and a start in the background. What would keep it from starting is
 * found before it is stopped.
 */
public final class RestartCommand implements Command {
  @Override
  public Shape shape() {
    return FollowedStart.options(Shape.command("restart").flag("--kill"));
  }

  @Override
  public int run(Arguments arguments, Shell shell) {
    FollowedStart start = FollowedStart.of(arguments, shell);
    Launcher launcher = Ready.toStartAgain(arguments, shell);
    Release release = launcher.release();
    refuse(launcher);
    start.check(launcher);
    Stop stop = new Stop(release, arguments, shell);
    Said.text(arguments, shell, stop.run(stop.patience()).text());
    start.start(launcher);
    return ExitStatus.DONE;
  }

  private static void refuse(Launcher launcher) {
    try {
      launcher.refuseNameInUse();
      launcher.refuseSupervised();
    } catch (LaunchRefused refused) {
      throw StatedError.saying(refused.text());
    }
  }
}
