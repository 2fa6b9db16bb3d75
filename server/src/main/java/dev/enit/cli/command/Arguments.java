package dev.enit.cli.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** The parsed command line; options before the name of the command count as those after it. */
public final class Arguments {
  private final List<ParseResult> levels;

  private Arguments(List<ParseResult> levels) {
    this.levels = levels;
  }

  public static Arguments of(ParseResult root) {
    List<ParseResult> levels = new ArrayList<>(2);
    for (ParseResult at = root; at != null; at = at.hasSubcommand() ? at.subcommand() : null) {
      levels.add(at);
    }
    return new Arguments(levels);
  }

  /** Returns the name of the command, {@code enit} if none was given. */
  public String command() {
    return innermost().commandSpec().name();
  }

  public boolean asksForHelp() {
    return levels.stream().anyMatch(ParseResult::isUsageHelpRequested);
  }

  /** Returns whether a flag was given. */
  public boolean has(String option) {
    return levels.stream().anyMatch(level -> level.hasMatchedOption(option));
  }

  /** Returns the values of an option, in their order. */
  public List<String> values(String option) {
    List<String> values = new ArrayList<>();
    for (ParseResult level : levels) {
      OptionSpec matched = level.matchedOption(option);
      if (matched != null) {
        values.addAll(matched.stringValues());
      }
    }
    return values;
  }

  /** Returns the last value of an option. */
  public Optional<String> value(String option) {
    List<String> values = values(option);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.getLast());
  }

  /** Returns the value of an option as a constant; the first one if the option was not given. */
  public <E extends Enum<E>> E choice(String option, Class<E> words) {
    return choice(option, value(option), words);
  }

  /** Returns a word as a constant; the first one if there is no word. */
  static <E extends Enum<E>> E choice(String from, Optional<String> given, Class<E> words) {
    E[] all = words.getEnumConstants();
    if (given.isEmpty()) {
      return all[0];
    }
    for (E word : all) {
      if (label(word).equals(given.get())) {
        return word;
      }
    }
    List<String> labels = Arrays.stream(all).map(Arguments::label).toList();
    throw UserError.usage("cli.error.choice", from, String.join(", ", labels), given.get());
  }

  /** Returns the arguments that are no options. */
  public List<String> parameters() {
    return innermost().matchedPositionals().stream()
        .flatMap(positional -> positional.stringValues().stream())
        .toList();
  }

  /** Returns the command line as it was given. */
  public List<String> original() {
    return levels.getFirst().originalArgs();
  }

  private ParseResult innermost() {
    return levels.getLast();
  }

  private static String label(Enum<?> word) {
    return word.name().toLowerCase(Locale.ROOT);
  }
}
