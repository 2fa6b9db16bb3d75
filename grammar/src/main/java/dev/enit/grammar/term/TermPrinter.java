package dev.enit.grammar.term;

/** Terms as text that {@code file:consult/1} reads back to the same value. */
public final class TermPrinter {
  private TermPrinter() {}

  /** A term on one line, as {@code io_lib:format("~0tp")} would write it. */
  public static String print(Term term) {
    return term.toString();
  }
}
