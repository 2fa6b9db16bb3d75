package dev.enit.cli.run;

import dev.enit.cli.Arguments;
import dev.enit.cli.Command;
import dev.enit.cli.CommandContext;
import dev.enit.cli.CommandDefinition;
import dev.enit.cli.ExitStatus;

/** {@code enit start}: a release in the background, until it runs or has failed. */
public final class StartCommand implements Command {
  @Override
  public CommandDefinition shape() {
    return FollowedStart.options(CommandDefinition.command("start"));
  }

  @Override
  public int run(Arguments arguments, CommandContext shell) {
    FollowedStart start = FollowedStart.of(arguments, shell);
    start.start(StartableRelease.toStart(arguments, shell));
    return ExitStatus.DONE;
  }
}
