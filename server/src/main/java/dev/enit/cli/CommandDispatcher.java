package dev.enit.cli;

import dev.enit.cli.command.Arguments;
import dev.enit.cli.command.Command;
import dev.enit.cli.command.CommandContext;
import dev.enit.cli.command.CommandDefinition;
import dev.enit.cli.command.ExitStatus;
import dev.enit.cli.command.GlobalOptions;
import dev.enit.cli.command.SignalHook;
import dev.enit.cli.command.UserError;
import dev.enit.cli.terminal.Output;
import dev.enit.cli.terminal.Style;
import dev.enit.core.posix.SystemLog;
import dev.enit.core.text.Messages;
import dev.enit.core.text.Version;
import java.io.PrintWriter;
import java.io.StringWriter;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import picocli.CommandLine;
import picocli.CommandLine.ParameterException;

/** Runs the command that a command line names, and turns every failure into an exit status. */
final class CommandDispatcher {
  private static final String HELP = "help";

  private final Map<String, Command> commands = new LinkedHashMap<>();
  private final CommandLine parser;

  /** With the given commands, in the order of the help, and the command {@code help}. */
  CommandDispatcher(List<Command> all) {
    CommandDefinition root = CommandDefinition.command("enit").flag("-v", "--version");
    this.parser = new CommandLine(root.spec());
    UsageText.describe(root.spec(), root.name());
    for (Command command : all) {
      commands.put(add(command.shape()), command);
    }
    add(CommandDefinition.command(HELP).parameters("COMMAND", "0..1"));
    parser
        .setExpandAtFiles(false)
        .setInterpolateVariables(false)
        .setTrimQuotes(false)
        .setOverwrittenOptionsAllowed(true);
  }

  private String add(CommandDefinition command) {
    UsageText.describe(command.spec(), command.name());
    parser.addSubcommand(command.name(), command.spec());
    return command.name();
  }

  /** Runs one command line and returns its exit status; no exception leaves it. */
  int run(CommandContext context, String... args) {
    int status;
    try {
      status = dispatch(context, args);
      context.out().flush();
    } catch (UserError error) {
      status = error.status();
      state(context, error.text(), error.details());
    } catch (Output.Closed closed) {
      status = ExitStatus.OUTPUT_CLOSED;
    } catch (Throwable crash) {
      status = ExitStatus.CRASH;
      crashed(context, crash);
    }
    return status;
  }

  private int dispatch(CommandContext context, String... args) {
    Arguments arguments = parse(args);
    String name = arguments.command();
    if (arguments.asksForHelp()) {
      return help(arguments, context, name);
    }
    if (arguments.has("--version")) {
      context.out().line("enit " + Version.current());
      return ExitStatus.DONE;
    }
    if (name.equals(HELP)) {
      return help(arguments, context, arguments.parameters().stream().findFirst().orElse("enit"));
    }
    Command command = commands.get(name);
    if (command == null) {
      context.err().print(UsageText.of(parser, Style.PLAIN));
      context.err().flush();
      return ExitStatus.WRONG_USAGE;
    }
    if (!command.answersSignals()) {
      SignalHook.clear();
    }
    try {
      return command.run(arguments, context);
    } catch (UserError error) {
      if (arguments.has("--syslog")) {
        SystemLog.write(SystemLog.Priority.ERROR, error.text());
      }
      throw error;
    }
  }

  private Arguments parse(String... args) {
    try {
      return Arguments.of(parser.parseArgs(args));
    } catch (ParameterException diagnostic) {
      throw UsageError.of(diagnostic);
    }
  }

  private int help(Arguments arguments, CommandContext context, String name) {
    CommandLine about = name.equals("enit") ? parser : UsageError.find(parser, name);
    context.out().print(UsageText.of(about, GlobalOptions.style(arguments, context)));
    return ExitStatus.DONE;
  }

  /** Prints an error after what is on the standard output. */
  private static void state(CommandContext context, String text, List<String> details) {
    flushQuietly(context.out());
    context.err().line("enit: " + text);
    details.forEach(detail -> context.err().line("  " + detail));
    flushQuietly(context.err());
  }

  private static void crashed(CommandContext context, Throwable crash) {
    String words = crash.toString().lines().findFirst().orElse("");
    state(context, Messages.text("cli.error.crash", words), List.of());
    if (!context.environment().getOrDefault("ENIT_DEBUG", "").isEmpty()) {
      StringWriter trace = new StringWriter();
      crash.printStackTrace(new PrintWriter(trace));
      context.err().print(trace.toString());
      flushQuietly(context.err());
    }
  }

  private static void flushQuietly(Output output) {
    try {
      output.flush();
    } catch (Output.Closed closed) {
      // There is no reader left.
    }
  }
}
