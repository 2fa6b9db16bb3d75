package dev.enit.core.node;

import dev.enit.core.config.NodeText;
import dev.enit.grammar.term.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * What an application answered when it was told of a change.
 *
 * @param text the reason of an error, what a crash was, the milliseconds of a timeout; else empty
 */
public record ConfigChangeAnswer(String application, Kind kind, String text) {

  /** The atoms of {@code enit_change.erl}, in capitals. */
  public enum Kind {
    OK,
    /** It runs and has no {@code config_change/3}. */
    NO_CALLBACK,
    LIBRARY,
    NOT_RUNNING,
    ERROR,
    /** Neither {@code ok} nor an error. */
    BAD_RETURN,
    CRASH,
    TIMEOUT,
    /** It was being told when the change was cancelled. */
    CANCELLED,
    /** Its environment could not be set. */
    ENVIRONMENT,
    /** A parameter of the kernel could not be made to take effect again. */
    EFFECT;

    /** Returns whether it was called. */
    public boolean isTold() {
      return switch (this) {
        case NO_CALLBACK, LIBRARY, NOT_RUNNING, ENVIRONMENT, EFFECT -> false;
        default -> true;
      };
    }

    /** Whether the application does not have what it was told, or cannot be relied on to. */
    boolean isFailure() {
      return switch (this) {
        case ERROR, BAD_RETURN, CRASH, TIMEOUT, ENVIRONMENT, EFFECT -> true;
        case OK, NO_CALLBACK, LIBRARY, NOT_RUNNING, CANCELLED -> false;
      };
    }
  }

  static List<ConfigChangeAnswer> all(List<Term> answers) {
    List<ConfigChangeAnswer> all = new ArrayList<>();
    for (Term each : answers) {
      if (each instanceof Term.Tuple(var _, var parts) && parts.size() == 3) {
        all.add(
            new ConfigChangeAnswer(
                text(parts.get(0)), kind(text(parts.get(1))), text(parts.get(2))));
      }
    }
    return all;
  }

  private static String text(Term term) {
    return NodeText.of(term).orElse("");
  }

  private static Kind kind(String name) {
    return Kind.valueOf(name.toUpperCase(Locale.ROOT));
  }
}
