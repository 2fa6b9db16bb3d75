package dev.enit.cli;

import dev.enit.cli.command.UserError;
import dev.enit.core.text.NearestName;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.stream.Stream;
import picocli.CommandLine;
import picocli.CommandLine.MissingParameterException;
import picocli.CommandLine.Model.ArgSpec;
import picocli.CommandLine.Model.CommandSpec;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParameterException;
import picocli.CommandLine.UnmatchedArgumentException;

/** Usage errors of the parser, in the words of the catalogue and with the nearest known name. */
final class UsageError {
  private UsageError() {}

  static UserError of(ParameterException diagnostic) {
    CommandSpec command = diagnostic.getCommandLine().getCommandSpec();
    return switch (diagnostic) {
      case UnmatchedArgumentException unmatched when !unmatched.getUnmatched().isEmpty() ->
          unmatched(command, unmatched.getUnmatched().getFirst());
      case MissingParameterException missing when !missing.getMissing().isEmpty() ->
          missing(command, missing.getMissing().getFirst());
      default ->
          UserError.usage(
              "cli.error.usage", lowerCase(String.valueOf(diagnostic.getMessage())), help(command));
    };
  }

  private static UserError unmatched(CommandSpec command, String argument) {
    if (argument.startsWith("-") && argument.length() > 1) {
      String option = argument.replaceFirst("=.*", "");
      return unknown("option", command, option, NearestName.one(option, optionNames(command)));
    }
    if (command.parent() != null) {
      return UserError.usage("cli.error.too-many", argument, command.name(), help(command));
    }
    return unknown(
        "command", command, argument, NearestName.one(argument, command.subcommands().keySet()));
  }

  private static UserError unknown(
      String what, CommandSpec command, String name, Optional<String> near) {
    String key = "cli.error.unknown-" + what;
    return near.map(meant -> UserError.usage(key + ".near", name, meant, help(command)))
        .orElseGet(() -> UserError.usage(key, name, help(command)));
  }

  private static UserError missing(CommandSpec command, ArgSpec missing) {
    return missing instanceof OptionSpec option
        ? UserError.usage(
            "cli.error.missing-value", option.longestName(), option.paramLabel(), help(command))
        : UserError.usage(
            "cli.error.missing-parameter", command.name(), missing.paramLabel(), help(command));
  }

  private static List<String> optionNames(CommandSpec command) {
    return command.options().stream()
        .filter(option -> !option.hidden())
        .flatMap(option -> Stream.of(option.names()))
        .toList();
  }

  private static String help(CommandSpec command) {
    return command.qualifiedName() + " --help";
  }

  private static String lowerCase(String text) {
    return text.isEmpty()
        ? text
        : text.substring(0, 1).toLowerCase(Locale.ROOT) + text.substring(1);
  }

  /**
   * Returns the parser of a command.
   *
   * @throws UserError if there is no such command
   */
  static CommandLine find(CommandLine root, String name) {
    CommandLine found = root.getSubcommands().get(name);
    if (found == null) {
      throw unmatched(root.getCommandSpec(), name);
    }
    return found;
  }
}
