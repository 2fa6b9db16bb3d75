package dev.enit.cli;

import dev.enit.cli.command.Arguments;
import dev.enit.cli.command.Command;
import dev.enit.cli.command.CommandContext;
import dev.enit.cli.command.CommandDefinition;
import dev.enit.cli.run.DaemonArguments;
import dev.enit.lsp.LspMain;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/**
 * {@code enit lsp} with its help and with options that every command has. Without those, {@link
 * Main} starts the server and none of this is loaded.
 */
final class LspCommand implements Command {
  private static final String NAME = "lsp";
  private static final List<String> OWN = List.of("--stdio", "--socket", "--clientProcessId");

  /** Returns whether the arguments are for the server alone: the name and its own options. */
  static boolean isPlain(String... args) {
    return args.length > 0
        && args[0].equals(NAME)
        && Arrays.stream(args)
            .skip(1)
            .filter(arg -> arg.startsWith("-"))
            .allMatch(arg -> OWN.contains(arg.replaceFirst("=.*", "")));
  }

  /** Runs the server with {@link #isPlain} arguments. */
  static int runPlain(String... args) {
    return LspMain.run(Arrays.copyOfRange(args, 1, args.length), new DaemonArguments());
  }

  @Override
  public CommandDefinition shape() {
    return CommandDefinition.command(NAME)
        .flag("--stdio")
        .option("PORT", "--socket")
        .hiddenOption("PID", "--clientProcessId");
  }

  @Override
  public int run(Arguments arguments, CommandContext context) {
    List<String> own = new ArrayList<>();
    for (String option : List.of("--socket", "--clientProcessId")) {
      arguments.value(option).ifPresent(value -> own.addAll(List.of(option, value)));
    }
    return LspMain.run(
        own.toArray(String[]::new), environment(arguments, context), new DaemonArguments());
  }

  /** Options count as the environment does: behind what an editor sets, before any file. */
  private static Map<String, String> environment(Arguments arguments, CommandContext context) {
    Map<String, String> environment = new HashMap<>(context.environment());
    for (String option : List.of("release-dir", "config-dir", "otp", "lib-dir")) {
      List<String> paths =
          arguments.values("--" + option).stream()
              .map(value -> context.path(value).toString())
              .toList();
      if (!paths.isEmpty()) {
        String variable = "ENIT_" + option.toUpperCase(java.util.Locale.ROOT).replace('-', '_');
        environment.put(
            variable, option.equals("lib-dir") ? String.join(":", paths) : paths.getLast());
      }
    }
    return environment;
  }
}
