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

  /** More of a text is not quoted in a message. */
  private static final int LONGEST = 60;

  private static final Pattern ADDRESS = Pattern.compile("\\d+(\\.\\d+){2,}");
  private static final Pattern LARGE = Pattern.compile("\\d+\\.\\d+[eE]\\+?\\d+");

  private SyntaxWording() {}

  /** The variant of the message; empty for the plain one. */
  static Optional<String> of(SyntaxError error) {
    String found = error.arguments().isEmpty() ? "" : error.arguments().getFirst();
    return Optional.ofNullable(
        switch (error.kind()) {
          case MISSING_DOT -> error.span().isEmpty() ? null : "comma";
          case MISSING_BRACKET -> OPENERS.contains(found) ? "opener" : null;
          case UNEXPECTED_BRACKET -> isOfAnotherKind(error) ? "other" : null;
          // An operator that can be mended stands between a key and its value.
          case OPERATOR -> error.repair() == null ? operator(found) : "association";
          case VARIABLE -> variable(found);
          case STRAY_SEPARATOR -> separator(found);
          case BAD_NUMBER -> error.repair() == null ? number(found) : "quote";
          case UNEXPECTED_TOKEN -> error.arguments().size() > 1 ? arrow(error) : null;
          case NOT_A_TERM -> CODE.contains(found) ? found : null;
          default -> null;
        });
  }

  /** The name of the fix that repairs a mistake. */
  static String repair(SyntaxError error) {
    if (isOfAnotherKind(error)) {
      return "other";
    }
    return switch (error.kind()) {
      case UNEXPECTED_TOKEN -> error.arguments().size() > 1 ? "arrow" : "repair";
      case BAD_NUMBER -> "opening";
      case MISSING_DOT -> error.span().isEmpty() ? "repair" : "comma";
      default -> "repair";
    };
  }

  private static boolean isOfAnotherKind(SyntaxError error) {
    return error.kind() == Kind.UNEXPECTED_BRACKET && error.related() != null;
  }

  /** Only the arrow is missing where a value follows. */
  private static String arrow(SyntaxError error) {
    String found = error.arguments().getFirst();
    return found.equals(",") || found.equals("}") || found.isEmpty() ? "association" : "arrow";
  }

  /** A part of a text that is short enough for a message. */
  static String brief(String text) {
    String line = text.strip().replaceAll("\\s+", " ");
    return line.length() <= LONGEST ? line : line.substring(0, LONGEST - 1) + "…";
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
