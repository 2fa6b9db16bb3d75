package dev.enit.cli.run;

import dev.enit.cli.command.Arguments;
import dev.enit.cli.command.Command;
import dev.enit.cli.command.CommandContext;
import dev.enit.cli.command.CommandDefinition;
import dev.enit.cli.command.ExitStatus;

/** {@code enit start}: a release in the background, until it runs or has failed. */
public final class StartCommand implements Command {
  @Override
  public CommandDefinition shape() {
    return FollowedStart.options(CommandDefinition.command("start"));
  }

  @Override
  public boolean answersSignals() {
    return true;
  }

  @Override
  public int run(Arguments arguments, CommandContext shell) {
    FollowedStart start = FollowedStart.of(arguments, shell);
    start.start(StartableRelease.toStart(arguments, shell));
    return ExitStatus.DONE;
  }
}
