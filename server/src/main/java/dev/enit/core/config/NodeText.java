package dev.enit.core.config;

import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermList;
import java.nio.ByteBuffer;
import java.nio.charset.CharacterCodingException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;

/** The text of values that may be written as a string, a binary or an atom. */
public final class NodeText {
  private NodeText() {}

  /** Returns the text of a term, or empty if it is no text of Unicode characters. */
  public static Optional<String> of(Term term) {
    return switch (term) {
      case Term.Atom(var _, String name) -> Optional.of(name);
      case Term.Str(var _, String text) -> Optional.of(text);
      case Term.Binary(var _, var bytes, var _) when bytes.isWhole() ->
          decoded(bytes.toByteArray());
      case Term.ListTerm list when TermList.isProper(list) -> text(list);
      default -> Optional.empty();
    };
  }

  private static Optional<String> decoded(byte[] bytes) {
    try {
      return Optional.of(
          StandardCharsets.UTF_8.newDecoder().decode(ByteBuffer.wrap(bytes)).toString());
    } catch (CharacterCodingException notUtf8) {
      return Optional.empty();
    }
  }

  /**
   * Returns the text of a string that is written as a list of characters, or empty if the list is
   * none.
   */
  private static Optional<String> text(Term.ListTerm list) {
    StringBuilder text = new StringBuilder();
    for (Term character : TermList.elements(list)) {
      int point = codePoint(character);
      if (!Character.isValidCodePoint(point) || Character.getType(point) == Character.SURROGATE) {
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
