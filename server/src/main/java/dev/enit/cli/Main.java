package dev.enit.cli;

import dev.enit.cli.apps.AppsCommand;
import dev.enit.cli.call.CallCommand;
import dev.enit.cli.check.CheckCommand;
import dev.enit.cli.check.ExplainCommand;
import dev.enit.cli.command.Command;
import dev.enit.cli.command.CommandContext;
import dev.enit.cli.command.InterruptMessage;
import dev.enit.cli.command.SignalHook;
import dev.enit.cli.config.ConfigCommand;
import dev.enit.cli.fmt.FmtCommand;
import dev.enit.cli.graph.GraphCommand;
import dev.enit.cli.reconfigure.DiffCommand;
import dev.enit.cli.reconfigure.ReconfigureCommand;
import dev.enit.cli.remsh.RemshCommand;
import dev.enit.cli.run.RestartCommand;
import dev.enit.cli.run.StartCommand;
import dev.enit.cli.run.StartfgCommand;
import dev.enit.cli.run.StopCommand;
import dev.enit.cli.status.ListCommand;
import dev.enit.cli.status.StatusCommand;
import dev.enit.cli.systemd.SystemdCommand;
import dev.enit.cli.terminal.Output;
import dev.enit.cli.trace.TracefileCommand;
import dev.enit.cli.trace.TraceipCommand;
import dev.enit.core.settings.HostFacts;
import java.io.FileDescriptor;
import java.io.FileInputStream;
import java.io.FileOutputStream;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;

/** The launcher: it runs one command line and ends the process with its status. */
public final class Main {
  private Main() {}

  /**
   * Runs one command line and halts. There is nothing to tidy up, and {@link System#exit} would set
   * up a logger first, to be able to log the exit.
   */
  public static void main(String[] args) {
    // An editor waits for this one: nothing is loaded that the server does not need.
    if (LspCommand.isPlain(args)) {
      Runtime.getRuntime().halt(LspCommand.runPlain(args));
    }
    CommandContext context = context();
    SignalHook.install(() -> InterruptMessage.say(context, "cli.interrupted"));
    Runtime.getRuntime().halt(new CommandDispatcher(commands()).run(context, args));
  }

  /** Runs one of several command lines in this program and returns its status. */
  static int run(String... args) {
    return LspCommand.isPlain(args)
        ? LspCommand.runPlain(args)
        : new CommandDispatcher(commands()).run(context(), args);
  }

  private static CommandContext context() {
    return new CommandContext(
        Path.of("").toAbsolutePath(),
        System.getenv(),
        new FileInputStream(FileDescriptor.in),
        new Output(new FileOutputStream(FileDescriptor.out)),
        new Output(new FileOutputStream(FileDescriptor.err)),
        isTerminal(),
        HostFacts::ofThisHost);
  }

  static List<Command> commands() {
    return List.of(
        new CheckCommand(),
        new ConfigCommand(),
        new AppsCommand(),
        new GraphCommand(),
        new ExplainCommand(),
        new FmtCommand(),
        new ListCommand(),
        new StatusCommand(),
        new StartCommand(),
        new StartfgCommand(),
        new StopCommand(),
        new RestartCommand(),
        new DiffCommand(),
        new ReconfigureCommand(),
        new CallCommand(),
        new RemshCommand(),
        new TraceipCommand(),
        new TracefileCommand(),
        new SystemdCommand(),
        new LspCommand());
  }

  /**
   * Returns whether the standard output is a terminal. {@link java.io.Console} would ask of the
   * standard input as well.
   */
  private static boolean isTerminal() {
    try {
      Path out = Files.readSymbolicLink(Path.of("/proc/self/fd/1"));
      return out.startsWith("/dev/pts") || out.toString().startsWith("/dev/tty");
    } catch (IOException e) {
      return false;
    }
  }
}
