package dev.enit.core.node;

import dev.enit.core.config.KnownSecrets;
import dev.enit.core.config.NodeText;
import dev.enit.grammar.term.Term;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** An event of a node start, sent by {@code enit_node} to the process that waits for it. */
public sealed interface StartEvent {
  /**
   * An application is being started.
   *
   * @param number its place in the order, from 1
   */
  record Starting(String application, long number, long total) implements StartEvent {}

  /**
   * An application did not start.
   *
   * @param retryIn until the next attempt; empty where there is none
   */
  record Failed(String application, String reason, Optional<Duration> retryIn)
      implements StartEvent {}

  /** Nothing follows that anybody waits for. */
  sealed interface Last extends StartEvent {}

  /** Returns an event without secrets in the reason of a failure. */
  static StartEvent masked(StartEvent event, KnownSecrets secrets) {
    return switch (event) {
      case Failed(var application, var reason, var retryIn) ->
          new Failed(application, secrets.masked(reason), retryIn);
      case Stopping(var reason) -> new Stopping(secrets.masked(reason));
      default -> event;
    };
  }

  /** Every application runs. */
  record Running(long applications) implements Last {}

  /** The node ends itself. */
  record Stopping(String reason) implements Last {}

  /** The node tells no more; it may have ended, or never have begun to tell. */
  record Silent() implements Last {}

  /** Not sent by the node: the wait was cancelled. */
  record GivenUp() implements Last {}

  /** From the term that the node sent; empty for one of another version of enit. */
  static Optional<StartEvent> of(Term term) {
    List<Term> elements = term instanceof Term.Tuple tuple ? tuple.elements() : List.of();
    if (elements.isEmpty() || !(elements.getFirst() instanceof Term.Atom tag)) {
      return Optional.empty();
    }
    return switch (tag.name() + "/" + elements.size()) {
      case "starting/4" ->
          Optional.of(new Starting(text(elements, 1), number(elements, 2), number(elements, 3)));
      case "failed/4" ->
          Optional.of(new Failed(text(elements, 1), text(elements, 2), retryIn(elements.get(3))));
      case "running/2" -> Optional.of(new Running(number(elements, 1)));
      case "stopping/2" -> Optional.of(new Stopping(text(elements, 1)));
      default -> Optional.empty();
    };
  }

  private static Optional<Duration> retryIn(Term term) {
    return term instanceof Term.Int(var _, var milliseconds)
        ? Optional.of(Duration.ofMillis(milliseconds.longValue()))
        : Optional.empty();
  }

  private static String text(List<Term> elements, int at) {
    return NodeText.of(elements.get(at)).orElse("");
  }

  private static long number(List<Term> elements, int at) {
    return elements.get(at) instanceof Term.Int(var _, var number) ? number.longValue() : 0;
  }
}
