package dev.enit.cli.run;

import dev.enit.cli.command.Arguments;
import dev.enit.cli.command.CommandDefinition;
import dev.enit.cli.command.UserError;
import dev.enit.core.config.LaunchSettings;
import dev.enit.core.config.LaunchSettings.Retries;
import dev.enit.core.node.LaunchOptions;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.OptionalInt;

/** The options that commands share which start a release. */
record StartOptions(
    Optional<Retries> retries, Optional<Duration> delay, boolean syslog, boolean force) {
  private static final String RETRIES = "--start-retries";
  private static final String DELAY = "--start-delay";
  private static final String SYSLOG = "--syslog";
  private static final String FORCE = "--force";

  static CommandDefinition shape(CommandDefinition shape) {
    return shape
        .option("N", RETRIES)
        .option("SECONDS", DELAY)
        .flag("-s", SYSLOG)
        .flag(FORCE)
        .flag("-m", "--match")
        .parameters("RELEASE", "1");
  }

  /**
   * What a command line says.
   *
   * @throws UserError where it is wrong
   */
  static StartOptions of(Arguments arguments) {
    return new StartOptions(
        arguments.value(RETRIES).map(StartOptions::retries),
        seconds(arguments, DELAY),
        arguments.has(SYSLOG),
        isForced(arguments));
  }

  /**
   * Options first, then what the release says.
   *
   * @param otherwise where neither says how often to try again
   */
  LaunchOptions with(LaunchSettings settings, Retries otherwise) {
    return new LaunchOptions(
        retries.or(settings::startRetries).orElse(otherwise),
        delay.orElse(settings.startDelay()),
        syslog,
        force);
  }

  /** The same options for the command line of another process, whose settings say the same. */
  static List<String> words(LaunchOptions options) {
    List<String> words = new ArrayList<>();
    OptionalInt limit = options.retries().limit();
    words.add(RETRIES);
    words.add(limit.isPresent() ? Integer.toString(limit.getAsInt()) : "infinity");
    words.add(DELAY);
    words.add(Long.toString(options.delay().toSeconds()));
    if (options.syslog()) {
      words.add(SYSLOG);
    }
    if (options.force()) {
      words.add(FORCE);
    }
    return words;
  }

  /** Returns whether root shall start what other users can change. */
  static boolean isForced(Arguments arguments) {
    return arguments.has(FORCE);
  }

  private static Optional<Duration> seconds(Arguments arguments, String option) {
    return arguments.value(option).map(value -> Duration.ofSeconds(number(option, value)));
  }

  private static Retries retries(String value) {
    return value.equals("infinity") || value.equals("unlimited")
        ? Retries.UNLIMITED
        : new Retries(OptionalInt.of(number(RETRIES, value)));
  }

  private static int number(String option, String value) {
    if (!value.matches("\\d{1,9}")) {
      throw UserError.usage("cli.error.number", option, value);
    }
    return Integer.parseInt(value);
  }
}
