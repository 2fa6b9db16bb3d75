package dev.enit.cli.remsh;

import dev.enit.cli.command.Arguments;
import dev.enit.cli.command.Command;
import dev.enit.cli.command.CommandContext;
import dev.enit.cli.command.CommandDefinition;
import dev.enit.cli.command.NamedRelease;
import dev.enit.cli.command.NodeAccess;
import dev.enit.cli.command.UserError;
import dev.enit.core.node.Agent;
import dev.enit.core.node.LaunchRefused;
import dev.enit.core.node.RemoteShell;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.otp.OtpInstall;
import dev.enit.core.posix.Descriptors;
import dev.enit.core.release.Release;
import dev.enit.core.text.Messages;
import java.time.Duration;

/** {@code enit remsh}: a shell of a running node, in place of this process. */
public final class RemshCommand implements Command {
  private static final Duration ANSWER = Duration.ofSeconds(10);

  /** The first OTP release whose shell works without a terminal. */
  private static final int WITHOUT_TERMINAL = 26;

  @Override
  public CommandDefinition shape() {
    return CommandDefinition.command("remsh").flag("-m", "--match").parameters("RELEASE", "1");
  }

  @Override
  public int run(Arguments arguments, CommandContext context) {
    Release release = NamedRelease.toActOn(arguments, context).askable();
    try {
      RemoteShell remote = connect(release, context);
      if (Descriptors.isTerminal(Descriptors.STDERR)) {
        context.err().line(Messages.text("cli.remsh.hint", release.name(), remote.node().full()));
      }
      context.err().flush();
      context.out().flush();
      remote.become();
    } catch (LaunchRefused refused) {
      throw UserError.saying(refused.text());
    }
    throw new IllegalStateException("this process is another program by now");
  }

  /** Connects first, since the emulator would not say why it cannot connect. */
  private static RemoteShell connect(Release release, CommandContext context) throws LaunchRefused {
    OtpInstall otp = RemoteShell.otp(release);
    requireTerminal(otp, context);
    try (Agent agent = NodeAccess.agent(release, context, Deadline.in(ANSWER))) {
      return new RemoteShell(
          otp,
          agent.client().node(),
          release.node().cookie().orElseThrow(),
          agent.client().address());
    }
  }

  /** Throws an error if an older OTP would give a shell of the emulator itself, without a word. */
  private static void requireTerminal(OtpInstall otp, CommandContext context) {
    if (otp.release() >= WITHOUT_TERMINAL) {
      return;
    }
    if (!Descriptors.isTerminal(Descriptors.STDIN) || !Descriptors.isTerminal(Descriptors.STDOUT)) {
      throw UserError.of("cli.remsh.no-terminal", otp.version());
    }
    String term = context.environment().getOrDefault("TERM", "");
    if (term.isEmpty() || term.equals("dumb")) {
      throw UserError.of("cli.remsh.dumb-terminal", otp.version(), term);
    }
  }
}
