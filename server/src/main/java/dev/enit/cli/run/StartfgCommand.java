package dev.enit.cli.run;

import dev.enit.cli.command.Arguments;
import dev.enit.cli.command.Command;
import dev.enit.cli.command.CommandContext;
import dev.enit.cli.command.CommandDefinition;
import dev.enit.cli.command.SignalHook;
import dev.enit.cli.command.UserError;
import dev.enit.core.config.LaunchSettings.Retries;
import dev.enit.core.node.LaunchOptions;
import dev.enit.core.node.LaunchRefused;
import dev.enit.core.node.Launcher;

/** {@code enit startfg}: becomes the emulator of a release. */
public final class StartfgCommand implements Command {
  /** For {@code enit start}: in a session of its own, telling its progress on standard output. */
  static final String DAEMON = "--daemon";

  @Override
  public CommandDefinition shape() {
    return StartOptions.shape(CommandDefinition.command("startfg")).hiddenFlag(DAEMON);
  }

  @Override
  public boolean answersSignals() {
    return true;
  }

  @Override
  public int run(Arguments arguments, CommandContext shell) {
    StartOptions given = StartOptions.of(arguments);
    Launcher launcher = StartableRelease.toStart(arguments, shell);
    LaunchOptions options = given.with(launcher.settings(), Retries.UNLIMITED);
    shell.err().flush();
    shell.out().flush();
    // A program that is to end becomes no node.
    SignalHook.clear();
    try {
      if (arguments.has(DAEMON)) {
        launcher.becomeDaemon(options, shell.environment());
      } else {
        launcher.become(options, shell.environment());
      }
    } catch (LaunchRefused refused) {
      throw UserError.saying(refused.text());
    }
    throw new IllegalStateException("this process is another program by now");
  }
}
