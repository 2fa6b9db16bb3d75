package dev.enit.cli.run;

import dev.enit.cli.Arguments;
import dev.enit.cli.Command;
import dev.enit.cli.ExitStatus;
import dev.enit.cli.NamedRelease;
import dev.enit.cli.RunningSide;
import dev.enit.cli.Shape;
import dev.enit.cli.Shell;
import dev.enit.cli.StatedError;
import dev.enit.core.node.NodeStop;
import dev.enit.core.release.Release;

/** {@code enit stop}: the node of a release, in good order. */
public final class StopCommand implements Command {
  @Override
  public Shape shape() {
    return Shape.command("stop")
        .option("SECONDS", "--timeout")
        .flag("--kill")
        .flag("--idempotent")
        .flag("-s", "--syslog")
        .flag("-m", "--match")
        .parameters("RELEASE", "1");
  }

  /** Mistakes in the files of a release do not keep it from being stopped. */
  @Override
  public int run(Arguments arguments, Shell shell) {
    Release release = NamedRelease.toActOn(arguments, shell).askable();
    Stop stop = new Stop(release, arguments, shell);
    NodeStop.Result result = stop.run(RunningSide.patience(arguments, stop.patience()));
    if (result.end().isNothing() && !arguments.has("--idempotent")) {
      throw StatedError.saying(result.text());
    }
    Said.text(arguments, shell, result.text());
    return ExitStatus.DONE;
  }
}
