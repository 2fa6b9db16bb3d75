package dev.enit.core.config;

import dev.enit.grammar.term.Term;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;

/** Values that may be written as a string, a binary or an atom. */
public final class NodeText {
  private NodeText() {}

  public static Optional<String> of(Term term) {
    return switch (term) {
      case Term.Atom(var _, String name) -> Optional.of(name);
      case Term.Str(var _, String text) -> Optional.of(text);
      case Term.Binary(var _, var bytes) when bytes.isWhole() ->
          Optional.of(new String(bytes.toByteArray(), StandardCharsets.UTF_8));
      case Term.ListTerm(var _, var characters, var tail) when tail == null -> text(characters);
      default -> Optional.empty();
    };
  }

  /** A string that is written as the list of its characters. */
  private static Optional<String> text(List<Term> characters) {
    StringBuilder text = new StringBuilder();
    for (Term character : characters) {
      int point = codePoint(character);
      if (!Character.isValidCodePoint(point)) {
        return Optional.empty();
      }
      text.appendCodePoint(point);
    }
    return Optional.of(text.toString());
  }

  private static int codePoint(Term character) {
    return switch (character) {
      case Term.Char(var _, int point) -> point;
      case Term.Int(var _, var number) when number.bitLength() < 31 -> number.intValue();
      default -> -1;
    };
  }
}
