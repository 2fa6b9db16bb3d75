package dev.enit.core.text;

import dev.enit.grammar.term.Term;

/** The kinds of terms in words, for messages that must not show a value. */
public final class TermWords {
  private TermWords() {}

  /** Returns the kind of a term with its article, such as {@code a string}. */
  public static String kind(Term term) {
    return Messages.text("term." + key(term));
  }

  /** Returns the words for a number below 0. */
  public static String negative() {
    return Messages.text("term.negative");
  }

  private static String key(Term term) {
    return switch (term) {
      case Term.Atom(var _, String name) when isBoolean(name) -> "boolean";
      case Term.Atom _ -> "atom";
      case Term.Int _, Term.Char _ -> "integer";
      case Term.Float _ -> "float";
      case Term.Str _ -> "string";
      case Term.Binary _ -> "binary";
      case Term.Tuple _ -> "tuple";
      case Term.ListTerm _ -> "list";
      case Term.MapTerm _ -> "map";
      case Term.Fun _ -> "fun";
      case Term.Opaque _ -> "opaque";
      case Term.Missing _ -> "missing";
    };
  }

  private static boolean isBoolean(String name) {
    return name.equals("true") || name.equals("false");
  }
}
