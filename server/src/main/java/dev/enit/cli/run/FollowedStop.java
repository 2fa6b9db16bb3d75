package dev.enit.cli.run;

import dev.enit.cli.command.Arguments;
import dev.enit.cli.command.CommandContext;
import dev.enit.cli.command.NodeAccess;
import dev.enit.cli.command.UserError;
import dev.enit.core.config.LaunchSettings;
import dev.enit.core.node.NodeProbe;
import dev.enit.core.node.NodeStop;
import dev.enit.core.node.StopRefused;
import dev.enit.core.release.Release;
import dev.enit.core.text.Messages;
import java.time.Duration;

/** The stop of a release, as a command line asks for it. */
final class FollowedStop {
  /** For the emulator to end after its applications. */
  private static final Duration TO_END = Duration.ofSeconds(2);

  private final Release release;
  private final Arguments arguments;
  private final CommandContext shell;

  FollowedStop(Release release, Arguments arguments, CommandContext shell) {
    this.release = release;
    this.arguments = arguments;
    this.shell = shell;
  }

  /**
   * Returns when the node has ended, or does not run.
   *
   * @param patience how long it may take
   */
  NodeStop.Result run(Duration patience) {
    NodeProbe probe = NodeAccess.probe(shell);
    CompletionRace settled = new CompletionRace(this::interrupted);
    try {
      return new NodeStop(release, probe, this::note).stop(patience, arguments.has("--kill"));
    } catch (StopRefused refused) {
      throw UserError.saying(refused.text());
    } finally {
      settled.byWaiting();
      settled.close();
    }
  }

  /**
   * Returns how long to wait where the command line says nothing: longer than the release allows,
   * at the end of which the node ends itself.
   */
  Duration patience() {
    return LaunchSettings.of(release.config()).stopTimeout().plus(TO_END);
  }

  private void note(String text) {
    shell.err().line("enit: " + text);
    shell.err().flush();
  }

  private void interrupted() {
    note(Messages.text("stop.interrupted", release.name()));
  }
}
