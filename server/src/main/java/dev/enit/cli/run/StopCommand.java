package dev.enit.cli.run;

import dev.enit.cli.command.Arguments;
import dev.enit.cli.command.Command;
import dev.enit.cli.command.CommandContext;
import dev.enit.cli.command.CommandDefinition;
import dev.enit.cli.command.ExitStatus;
import dev.enit.cli.command.NamedRelease;
import dev.enit.cli.command.NodeAccess;
import dev.enit.cli.command.UserError;
import dev.enit.core.node.NodeStop;
import dev.enit.core.release.Release;

/** {@code enit stop}: the node of a release, in good order. */
public final class StopCommand implements Command {
  @Override
  public CommandDefinition shape() {
    return CommandDefinition.command("stop")
        .option("SECONDS", "--timeout")
        .flag("--kill")
        .flag("--idempotent")
        .flag("-s", "--syslog")
        .flag("-m", "--match")
        .parameters("RELEASE", "1");
  }

  @Override
  public boolean answersSignals() {
    return true;
  }

  /** Mistakes in the files of a release do not keep it from being stopped. */
  @Override
  public int run(Arguments arguments, CommandContext shell) {
    Release release = NamedRelease.toActOn(arguments, shell).askable();
    FollowedStop stop = new FollowedStop(release, arguments, shell);
    NodeStop.Result result = stop.run(NodeAccess.patience(arguments, stop.patience()));
    if (result.end().isNothing() && !arguments.has("--idempotent")) {
      throw UserError.saying(result.text());
    }
    CommandResult.text(arguments, shell, result.text());
    return ExitStatus.DONE;
  }
}
