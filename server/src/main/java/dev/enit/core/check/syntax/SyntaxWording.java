package dev.enit.core.check.syntax;

import dev.enit.grammar.term.SyntaxError;
import dev.enit.grammar.term.SyntaxError.Kind;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** Which of the messages of its page a mistake gets: what to do depends on what was found. */
final class SyntaxWording {
  private static final Set<String> CODE = Set.of("fun", "macro", "record", "call", "sigil");
  private static final Set<String> OPENERS = Set.of("{", "[", "(", "<<");

  private static final Pattern ADDRESS = Pattern.compile("\\d+(\\.\\d+){2,}");
  private static final Pattern LARGE = Pattern.compile("\\d+\\.\\d+[eE]\\+?\\d+");

  private SyntaxWording() {}

  /** The variant of the message; empty for the plain one. */
  static Optional<String> of(SyntaxError error) {
    String found = error.arguments().isEmpty() ? "" : error.arguments().getFirst();
    return Optional.ofNullable(
        switch (error.kind()) {
          case MISSING_BRACKET -> OPENERS.contains(found) ? "opener" : null;
          case UNEXPECTED_BRACKET -> isOfAnotherKind(error) ? "other" : null;
          // An operator that can be mended stands between a key and its value.
          case OPERATOR -> error.repair() == null ? operator(found) : "association";
          case VARIABLE -> variable(found);
          case STRAY_SEPARATOR -> separator(found);
          case BAD_NUMBER -> number(found);
          case NOT_A_TERM -> CODE.contains(found) ? found : null;
          default -> null;
        });
  }

  /** The name of the fix that repairs a mistake. */
  static String repair(SyntaxError error) {
    return isOfAnotherKind(error) ? "other" : "repair";
  }

  private static boolean isOfAnotherKind(SyntaxError error) {
    return error.kind() == Kind.UNEXPECTED_BRACKET && error.related() != null;
  }

  private static @Nullable String operator(String token) {
    return switch (token) {
      case "++" -> "join";
      case "=" -> "equals";
      case ":" -> "colon";
      default -> null;
    };
  }

  private static @Nullable String separator(String token) {
    return switch (token) {
      case "=>" -> "arrow";
      case "|" -> "bar";
      default -> null;
    };
  }

  private static @Nullable String number(String text) {
    if (text.contains("#")) {
      return "based";
    }
    if (ADDRESS.matcher(text).matches()) {
      return "address";
    }
    return LARGE.matcher(text).matches() ? "large" : null;
  }

  private static @Nullable String variable(String name) {
    if (name.equals("_")) {
      return "anonymous";
    }
    return SyntaxFix.isBoolean(name) ? "boolean" : null;
  }
}
