package dev.enit.core.check.layer;

import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Optional;
import java.util.regex.Pattern;

/**
 * A value that its application certainly does not accept, judged by the application's default.
 *
 * <p>A default rarely shows all types that a key accepts: rabbit's {@code disk_free_limit} is a
 * number by default, but also accepts {@code "50MB"} or {@code {mem_relative, 1.0}} as well; and
 * {@code false} often disables a feature that a name or a port enables. So only values that cannot
 * be intended count: a boolean or a number in quotes, and a number if the default is text.
 *
 * @param expected the kind of the default: {@code boolean}, {@code number} or {@code text}
 * @param meant what to write instead; empty if that is not known
 */
record TypeConflict(String expected, Optional<String> meant) {
  private static final Pattern NUMBER = Pattern.compile("-?\\d{1,18}(\\.\\d{1,9})?");

  static Optional<TypeConflict> between(Term appDefault, Term value) {
    return switch (appDefault) {
      case Term.Atom(var _, String name) when bool(name).isPresent() -> notBoolean(value);
      case Term.Int _, Term.Float _ -> notNumber(value);
      case Term.Str _, Term.Binary _ -> notText(appDefault, value);
      default -> Optional.empty();
    };
  }

  private static Optional<TypeConflict> notBoolean(Term value) {
    Optional<String> spelled =
        value instanceof Term.Atom(var _, String name)
            ? Optional.of(name).filter(atom -> !atom.equals(atom.toLowerCase(Locale.ROOT)))
            : text(value);
    return spelled
        .flatMap(TypeConflict::bool)
        .map(meant -> new TypeConflict("boolean", Optional.of(meant)));
  }

  private static Optional<TypeConflict> notNumber(Term value) {
    return text(value)
        .filter(text -> NUMBER.matcher(text).matches())
        .map(meant -> new TypeConflict("number", Optional.of(meant)));
  }

  private static Optional<TypeConflict> notText(Term appDefault, Term value) {
    boolean wordy = text(appDefault).filter(text -> !NUMBER.matcher(text).matches()).isPresent();
    return wordy && (value instanceof Term.Int || value instanceof Term.Float)
        ? Optional.of(new TypeConflict("text", Optional.of(quoted(appDefault, value))))
        : Optional.empty();
  }

  private static String quoted(Term appDefault, Term value) {
    String text = '"' + TermPrinter.print(value) + '"';
    return appDefault instanceof Term.Binary ? "<<" + text + ">>" : text;
  }

  private static Optional<String> bool(String name) {
    String lower = name.toLowerCase(Locale.ROOT);
    return lower.equals("true") || lower.equals("false") ? Optional.of(lower) : Optional.empty();
  }

  /** Returns the text of a string or a binary that is not empty. */
  private static Optional<String> text(Term term) {
    return switch (term) {
      case Term.Str(var _, String text) when !text.isBlank() -> Optional.of(text);
      case Term.Binary(var _, var bytes, var _) when bytes.isWhole() && bytes.byteCount() > 0 ->
          Optional.of(new String(bytes.toByteArray(), StandardCharsets.UTF_8));
      default -> Optional.empty();
    };
  }
}
