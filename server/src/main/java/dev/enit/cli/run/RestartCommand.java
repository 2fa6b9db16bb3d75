package dev.enit.cli.run;

import dev.enit.cli.Arguments;
import dev.enit.cli.Command;
import dev.enit.cli.ExitStatus;
import dev.enit.cli.Shape;
import dev.enit.cli.Shell;
import dev.enit.cli.StatedError;
import dev.enit.core.node.LocalProcess;
import dev.enit.core.node.NodeStop;
import dev.enit.core.release.Release;

/**
 * {@code enit restart}: a stop, and a start in the background. What would keep it from starting is
 * found before it is stopped.
 */
public final class RestartCommand implements Command {
  @Override
  public Shape shape() {
    return BackgroundStart.options(Shape.command("restart").flag("--kill"));
  }

  @Override
  public int run(Arguments arguments, Shell shell) {
    BackgroundStart start = BackgroundStart.of(arguments, shell);
    Ready ready = Ready.toStartAgain(arguments, shell);
    Release release = ready.release();
    refuseSupervised(release);
    start.check(ready);
    Stop stop = new Stop(release, arguments, shell);
    NodeStop.End end = stop.run(stop.patience());
    Said.line(arguments, shell, StopCommand.words(end), release.name(), release.node().nodename());
    start.start(ready);
    return ExitStatus.DONE;
  }

  /** What another program runs, it should also start again. */
  private static void refuseSupervised(Release release) {
    LocalProcess.of(release.node().nodename())
        .flatMap(LocalProcess::unit)
        .ifPresent(
            unit -> {
              throw StatedError.of("cli.restart.unit", release.name(), unit);
            });
  }
}
