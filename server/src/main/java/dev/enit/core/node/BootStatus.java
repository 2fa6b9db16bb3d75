package dev.enit.core.node;

import dev.enit.core.config.KnownSecrets;
import dev.enit.grammar.term.Term;
import java.util.List;
import java.util.Optional;

/**
 * How far the start of a node is, as {@code enit_node} in it says.
 *
 * @param release that was started
 * @param waiting applications that do not run yet
 * @param attempt of starting them, from 1
 * @param failed the application that last failed to start
 */
public record BootStatus(
    String release,
    String version,
    State state,
    List<String> waiting,
    long attempt,
    Optional<Failure> failed) {

  /** What it is doing. */
  public enum State {
    STARTING,
    RUNNING,
    STOPPING
  }

  /**
   * An application that did not start.
   *
   * @param reason as text
   * @param retryIn milliseconds until the next attempt; empty where there will be none
   */
  public record Failure(String application, String reason, Optional<Long> retryIn) {}

  static BootStatus of(Term term) {
    MapFields fields = MapFields.of(term);
    return new BootStatus(
        fields.text("release").orElse(""),
        fields.text("vsn").orElse(""),
        state(fields.text("state").orElse("")),
        fields.texts("waiting"),
        fields.number("attempt").orElse(1L),
        fields.value("failed").map(BootStatus::failure));
  }

  /** Returns the same without secrets in the reason of a failure. */
  BootStatus masked(KnownSecrets secrets) {
    return new BootStatus(
        release,
        version,
        state,
        waiting,
        attempt,
        failed.map(f -> new Failure(f.application(), secrets.masked(f.reason()), f.retryIn())));
  }

  private static State state(String name) {
    return switch (name) {
      case "starting" -> State.STARTING;
      case "stopping" -> State.STOPPING;
      default -> State.RUNNING;
    };
  }

  private static Failure failure(Term term) {
    MapFields fields = MapFields.of(term);
    return new Failure(
        fields.text("application").orElse(""),
        fields.text("reason").orElse(""),
        fields.number("retry_in"));
  }
}
