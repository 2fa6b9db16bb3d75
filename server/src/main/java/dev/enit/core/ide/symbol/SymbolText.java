package dev.enit.core.ide.symbol;

import dev.enit.core.config.NodeKey;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermPrinter;

/** The words of symbols: short, on one line, and never a cookie. */
record SymbolText(String text, Form form) {
  private static final int BRIEF = 40;
  private static final int LONGEST_NAME = 80;

  /** A name as it may be written in a file. */
  static String name(Term name) {
    String printed = TermPrinter.print(name);
    return printed.length() <= LONGEST_NAME
        ? printed
        : printed.substring(0, LONGEST_NAME - 1) + "…";
  }

  /** Whether a value must not be shown: a section is easily mistyped, so the key alone counts. */
  static boolean isSecret(Term key) {
    return key instanceof Term.Atom atom && atom.name().equals(NodeKey.COOKIE.key());
  }

  /** A value as it is written; empty where it is long, or may hold a cookie. */
  String value(Term value) {
    if (value.span().length() > BRIEF) {
      return "";
    }
    String written = form.absolute(value).in(text);
    boolean plain = written.chars().noneMatch(c -> c < ' ');
    return plain && !written.contains(NodeKey.COOKIE.key()) ? written : "";
  }
}
