package dev.enit.core.config;

import dev.enit.grammar.term.Term;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalInt;

/**
 * The keys of the section {@code node} that control how a node is started and stopped. A key that
 * is absent or has a value of another type has its default; a diagnostic reports such a value.
 *
 * @param user to run as
 * @param group to run as
 * @param hidden whether the node is hidden ({@code -hidden})
 * @param connectAll whether the node connects to all nodes that it hears of ({@code -connect_all})
 * @param stopTimeout how long a stop may take
 * @param startRetries how often a failed start is tried again; empty if the key is absent
 * @param startDelay the delay before a further try
 * @param variables that the emulator gets in its environment
 */
public record LaunchSettings(
    Optional<String> user,
    Optional<String> group,
    boolean hidden,
    boolean connectAll,
    Duration stopTimeout,
    Optional<Retries> startRetries,
    Duration startDelay,
    NodeEnvironment variables) {
  private static final int STOP_TIMEOUT = 10_000;
  private static final int START_DELAY = 15;

  /**
   * A number of retries.
   *
   * @param limit empty for no limit
   */
  public record Retries(OptionalInt limit) {
    public static final Retries UNLIMITED = new Retries(OptionalInt.empty());
    public static final Retries NONE = new Retries(OptionalInt.of(0));
  }

  /** Returns the settings in the effective configuration of a release. */
  public static LaunchSettings of(EffectiveConfig config) {
    return new LaunchSettings(
        text(config, NodeKey.RUN_AS_USER),
        text(config, NodeKey.RUN_AS_GROUP),
        is(config, NodeKey.HIDDEN, "true"),
        !is(config, NodeKey.CONNECT_ALL, "false"),
        Duration.ofMillis(number(config, NodeKey.STOP_TIMEOUT).orElse(STOP_TIMEOUT)),
        retries(config),
        Duration.ofSeconds(number(config, NodeKey.START_DELAY).orElse(START_DELAY)),
        value(config, NodeKey.ENV).map(NodeEnvironment::of).orElse(NodeEnvironment.NONE));
  }

  private static Optional<Retries> retries(EffectiveConfig config) {
    if (is(config, NodeKey.START_RETRIES, "unlimited")) {
      return Optional.of(Retries.UNLIMITED);
    }
    OptionalInt limit = number(config, NodeKey.START_RETRIES);
    return limit.isPresent() ? Optional.of(new Retries(limit)) : Optional.empty();
  }

  private static Optional<Term> value(EffectiveConfig config, NodeKey key) {
    return config.setting(NodeKey.SECTION, key.key()).map(Setting::value);
  }

  private static Optional<String> text(EffectiveConfig config, NodeKey key) {
    return value(config, key).flatMap(NodeText::of).filter(text -> !text.isEmpty());
  }

  private static boolean is(EffectiveConfig config, NodeKey key, String atom) {
    return value(config, key).orElse(null) instanceof Term.Atom(var _, String name)
        && name.equals(atom);
  }

  private static OptionalInt number(EffectiveConfig config, NodeKey key) {
    return value(config, key).orElse(null) instanceof Term.Int(var _, var number)
            && number.signum() >= 0
        ? OptionalInt.of(number.bitLength() < 31 ? number.intValue() : Integer.MAX_VALUE)
        : OptionalInt.empty();
  }
}
