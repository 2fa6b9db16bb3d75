package dev.enit.cli.command;

import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import picocli.CommandLine.Model.OptionSpec;
import picocli.CommandLine.ParseResult;

/** What was given to a command; options before the command's name count as those behind it. */
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

  /** Name of the command, {@code enit} where none was given. */
  public String command() {
    return innermost().commandSpec().name();
  }

  public boolean asksForHelp() {
    return levels.stream().anyMatch(ParseResult::isUsageHelpRequested);
  }

  /** Whether a flag was given. */
  public boolean has(String option) {
    return levels.stream().anyMatch(level -> level.hasMatchedOption(option));
  }

  /** The values of an option, in their order. */
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

  /** The value of an option: the last one given. */
  public Optional<String> value(String option) {
    List<String> values = values(option);
    return values.isEmpty() ? Optional.empty() : Optional.of(values.getLast());
  }

  /** The value of an option as one of a few words; the first of them where it was not given. */
  public <E extends Enum<E>> E choice(String option, Class<E> words) {
    return choice(option, value(option), words);
  }

  /** A word, wherever it comes from, as one of a few; the first of them where there is none. */
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

  /** What stands behind the options. */
  public List<String> parameters() {
    return innermost().matchedPositionals().stream()
        .flatMap(positional -> positional.stringValues().stream())
        .toList();
  }

  /** Everything behind the name of the command, and the options before it, as given. */
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
