package dev.enit.cli.run;

import dev.enit.cli.Arguments;
import dev.enit.cli.Command;
import dev.enit.cli.ExitStatus;
import dev.enit.cli.Shape;
import dev.enit.cli.Shell;
import dev.enit.cli.StatedError;
import dev.enit.core.node.LaunchRefused;
import dev.enit.core.node.Launcher;
import dev.enit.core.node.NodeStop;
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
    refuseSupervised(launcher);
    start.check(launcher);
    Stop stop = new Stop(release, arguments, shell);
    NodeStop.End end = stop.run(stop.patience());
    Said.line(arguments, shell, end.words(), release.name(), release.node().nodename());
    start.start(launcher);
    return ExitStatus.DONE;
  }

  private static void refuseSupervised(Launcher launcher) {
    try {
      launcher.refuseSupervised();
    } catch (LaunchRefused refused) {
      throw StatedError.saying(refused.text());
    }
  }
}
