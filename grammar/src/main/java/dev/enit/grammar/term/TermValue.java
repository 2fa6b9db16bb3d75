package dev.enit.grammar.term;

/**
 * Terms as Erlang compares them with {@code =:=}: by value, wherever and however they are written.
 */
public final class TermValue {
  private TermValue() {}

  /** Whether two terms have the same value; a {@link Term.Missing} equals nothing. */
  public static boolean same(Term one, Term other) {
    return one.equals(other);
  }
}
