package dev.enit.cli.run;

import dev.enit.cli.command.Arguments;
import dev.enit.cli.command.CommandContext;
import dev.enit.cli.command.CommandDefinition;
import dev.enit.cli.command.ExitStatus;
import dev.enit.cli.command.GlobalOptions;
import dev.enit.cli.command.NodeAccess;
import dev.enit.cli.command.UserError;
import dev.enit.core.config.KnownSecrets;
import dev.enit.core.config.LaunchSettings.Retries;
import dev.enit.core.node.BackgroundStart;
import dev.enit.core.node.LaunchRefused;
import dev.enit.core.node.Launcher;
import dev.enit.core.node.NodeLog;
import dev.enit.core.node.StartEnd;
import dev.enit.core.node.StartedProcess;
import dev.enit.core.node.wire.Deadline;
import dev.enit.core.release.Release;
import java.time.Duration;

/** The start of a release in the background, as a command line asks for it and follows it. */
final class FollowedStart {
  private static final Duration TIMEOUT = Duration.ofMinutes(1);

  private final Arguments arguments;
  private final CommandContext shell;
  private final StartOptions options;
  private final Duration timeout;

  private FollowedStart(
      Arguments arguments, CommandContext shell, StartOptions options, Duration timeout) {
    this.arguments = arguments;
    this.shell = shell;
    this.options = options;
    this.timeout = timeout;
  }

  static CommandDefinition options(CommandDefinition shape) {
    return StartOptions.shape(shape).option("SECONDS", "--timeout").option("FILE", "--log");
  }

  /**
   * Reads the options.
   *
   * @throws UserError where one of them is wrong
   */
  static FollowedStart of(Arguments arguments, CommandContext shell) {
    Duration timeout = NodeAccess.patience(arguments, TIMEOUT);
    return new FollowedStart(arguments, shell, StartOptions.of(arguments), timeout);
  }

  /** Makes sure that the log can be written, before anything is stopped for it. */
  void check(Launcher launcher) {
    try {
      log(launcher).check();
    } catch (LaunchRefused refused) {
      throw UserError.saying(refused.text());
    }
  }

  /** Returns when every application runs, and has said so. */
  void start(Launcher launcher) {
    Release release = launcher.release();
    NodeLog log = log(launcher);
    StartedProcess process;
    StartEnd end;
    try (FollowedWait wait =
        new FollowedWait(
            log,
            launcher.settings().stopTimeout(),
            KnownSecrets.of(release.config()),
            release.name(),
            shell)) {
      process = wait.begin(() -> begun(launcher, log));
      end = wait.until(Deadline.in(timeout));
    } catch (LaunchRefused refused) {
      throw UserError.saying(refused.text());
    }
    if (end instanceof StartEnd.NotRunning failed) {
      throw error(failed, release.name(), shell.shown(log.file()));
    }
    CommandResult.line(
        arguments,
        shell,
        "start.done",
        release.name(),
        release.node().nodename(),
        process.pid(),
        shell.shown(log.file()));
  }

  private StartedProcess begun(Launcher launcher, NodeLog log) throws LaunchRefused {
    BackgroundStart start =
        new BackgroundStart(
            launcher,
            log,
            new BackgroundStart.Surroundings(
                new DaemonArguments(),
                GlobalOptions.settings(arguments, shell),
                shell.directory(),
                shell.environment()));
    // This command waits: where nothing else is said, the first failure is the answer.
    return start.begin(options.with(launcher.settings(), Retries.NONE));
  }

  private NodeLog log(Launcher launcher) {
    return arguments
        .value("--log")
        .map(file -> NodeLog.named(shell.path(file), launcher, shell.environment()))
        .orElseGet(() -> NodeLog.of(launcher, shell.environment()));
  }

  private static UserError error(StartEnd.NotRunning end, String release, String log) {
    String message = end.message(release, log);
    return switch (end) {
      // A signal to the process group reaches both processes; the other one ended first.
      case StartEnd.Silent silent
          when silent.status().isPresent()
              && ExitStatus.isInterrupted(silent.status().getAsInt()) ->
          UserError.interruptedWith(silent.status().getAsInt(), "cli.start.interrupted", release);
      case StartEnd.Late late when late.failed().isEmpty() ->
          UserError.of("cli.start.late", message);
      default -> UserError.saying(message);
    };
  }
}
