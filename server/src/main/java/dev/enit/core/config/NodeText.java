package dev.enit.core.config;

import dev.enit.grammar.term.Term;
import java.nio.charset.StandardCharsets;
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
      default -> Optional.empty();
    };
  }
}
