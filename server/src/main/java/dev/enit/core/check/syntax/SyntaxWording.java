package dev.enit.core.check.syntax;

import dev.enit.grammar.term.SyntaxError.Kind;
import java.util.List;
import java.util.Optional;

/** Which of the messages of its page a mistake gets: what to do depends on what was found. */
final class SyntaxWording {
  private SyntaxWording() {}

  /** The variant of the message; empty for the plain one. */
  static Optional<String> of(Kind kind, List<String> arguments) {
    String found = arguments.isEmpty() ? "" : arguments.getFirst();
    return Optional.ofNullable(
        switch (kind) {
          case OPERATOR -> operator(found);
          case VARIABLE -> variable(found);
          default -> null;
        });
  }

  private static @org.jspecify.annotations.Nullable String operator(String token) {
    return switch (token) {
      case ":=" -> "association";
      case "++" -> "join";
      default -> null;
    };
  }

  private static @org.jspecify.annotations.Nullable String variable(String name) {
    return switch (name) {
      case "True", "TRUE", "False", "FALSE" -> "boolean";
      case "_" -> "anonymous";
      default -> null;
    };
  }
}
