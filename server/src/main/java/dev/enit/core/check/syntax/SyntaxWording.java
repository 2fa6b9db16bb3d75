package dev.enit.core.check.syntax;

import dev.enit.grammar.term.SyntaxError;
import dev.enit.grammar.term.SyntaxError.Kind;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** The choice of the message for a syntax error: the remedy depends on the token found. */
final class SyntaxWording {
  private static final Set<String> CODE = Set.of("fun", "macro", "record", "call", "sigil");
  private static final Set<String> OPENERS = Set.of("{", "[", "(", "<<");

  /** The most characters of a text that a message quotes. */
  private static final int LONGEST = 60;

  private static final Pattern ADDRESS = Pattern.compile("\\d+(\\.\\d+){2,}");
  private static final Pattern LARGE = Pattern.compile("\\d+\\.\\d+[eE]\\+?\\d+");

  private SyntaxWording() {}

  /** Returns the variant of the message, or empty for the plain one. */
  static Optional<String> of(SyntaxError error) {
    String found = error.arguments().isEmpty() ? "" : error.arguments().getFirst();
    return Optional.ofNullable(
        switch (error.kind()) {
          case MISSING_DOT -> error.span().isEmpty() ? null : "comma";
          case MISSING_BRACKET -> OPENERS.contains(found) ? "opener" : null;
          case UNEXPECTED_BRACKET -> bracket(error, found);
          // A repairable operator is between a key and its value.
          case OPERATOR -> error.repair() == null ? operator(found) : "association";
          case VARIABLE -> variable(found);
          case STRAY_SEPARATOR -> separator(error, found);
          case BAD_NUMBER -> error.repair() == null ? number(found) : "quote";
          case UNEXPECTED_TOKEN -> isMissingArrow(error) ? arrow(found) : byArgumentCount(error);
          case UNTERMINATED_STRING, UNTERMINATED_ATOM -> byArgumentCount(error);
          case NOT_A_TERM -> CODE.contains(found) ? found : null;
          default -> null;
        });
  }

  /** Returns the name of the fix that repairs an error. */
  static String repair(SyntaxError error) {
    return switch (error.kind()) {
      case UNEXPECTED_BRACKET -> error.arguments().size() > 2 ? "other" : "repair";
      case STRAY_SEPARATOR -> error.arguments().size() > 1 ? "replace" : "repair";
      case UNEXPECTED_TOKEN, UNTERMINATED_STRING, UNTERMINATED_ATOM -> {
        String said = isMissingArrow(error) ? "arrow" : byArgumentCount(error);
        yield said == null ? "repair" : said;
      }
      case BAD_NUMBER -> "opening";
      case MISSING_DOT -> error.span().isEmpty() ? "repair" : "comma";
      default -> "repair";
    };
  }

  /** Returns the variant for a bracket that is superfluous, or of another kind than its partner. */
  private static @Nullable String bracket(SyntaxError error, String found) {
    boolean opener = OPENERS.contains(found);
    if (error.arguments().size() > 2) {
      boolean map = error.arguments().get(2).equals("#{");
      return map ? "map" : opener ? "opened" : "other";
    }
    return opener ? "opener" : null;
  }

  /** Returns the variant that the number of the parser's arguments selects. */
  private static @Nullable String byArgumentCount(SyntaxError error) {
    int count = error.arguments().size();
    if (error.kind() == Kind.UNEXPECTED_TOKEN) {
      return count == 3 ? "exchanged" : count == 2 ? "replace" : null;
    }
    return count == 2 ? error.arguments().get(1) : null;
  }

  /** Returns whether an arrow is missing: the span of the error is empty. */
  private static boolean isMissingArrow(SyntaxError error) {
    return error.kind() == Kind.UNEXPECTED_TOKEN
        && error.span().isEmpty()
        && error.arguments().size() == 2;
  }

  /** Returns the variant for a missing arrow: if a value follows, only the arrow is missing. */
  private static String arrow(String found) {
    return found.equals(",") || found.equals("}") || found.isEmpty() ? "association" : "arrow";
  }

  /** Returns a part of a text that is short enough for a message. */
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

  private static @Nullable String separator(SyntaxError error, String token) {
    return switch (token) {
      case "=>" -> "arrow";
      case "|" -> "bar";
      default -> error.arguments().size() > 1 ? "replace" : null;
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
