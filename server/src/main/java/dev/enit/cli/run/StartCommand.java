package dev.enit.cli.run;

import dev.enit.cli.Arguments;
import dev.enit.cli.Command;
import dev.enit.cli.ExitStatus;
import dev.enit.cli.Shape;
import dev.enit.cli.Shell;

/** {@code enit start}: a release in the background, until it runs or has failed. */
public final class StartCommand implements Command {
  @Override
  public Shape shape() {
    return FollowedStart.options(Shape.command("start"));
  }

  @Override
  public int run(Arguments arguments, Shell shell) {
    FollowedStart start = FollowedStart.of(arguments, shell);
    start.start(Ready.toStart(arguments, shell));
    return ExitStatus.DONE;
  }
}
