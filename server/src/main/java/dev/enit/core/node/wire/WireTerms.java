package dev.enit.core.node.wire;

import dev.enit.grammar.term.Bytes;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.util.List;

/** Makes terms that stand in no file. */
public final class WireTerms {
  /** Where such terms are: nowhere. */
  public static final Span NOWHERE = Span.at(0);

  public static final Term NIL = new Term.ListTerm(NOWHERE, List.of(), null);

  private WireTerms() {}

  public static Term.Atom atom(String name) {
    return new Term.Atom(NOWHERE, name);
  }

  public static Term.Int integer(long value) {
    return new Term.Int(NOWHERE, BigInteger.valueOf(value));
  }

  /** A binary with the text in UTF-8. */
  public static Term.Binary text(String text) {
    return bytes(text.getBytes(StandardCharsets.UTF_8));
  }

  public static Term.Binary bytes(byte[] bytes) {
    return new Term.Binary(NOWHERE, Bytes.of(bytes));
  }

  public static Term.Tuple tuple(Term... elements) {
    return new Term.Tuple(NOWHERE, List.of(elements));
  }

  public static Term.ListTerm list(List<? extends Term> elements) {
    return new Term.ListTerm(NOWHERE, List.copyOf(elements), null);
  }

  public static Term.MapTerm map(Term.Association... associations) {
    return new Term.MapTerm(NOWHERE, List.of(associations));
  }

  /** An entry of a map, under an atom. */
  public static Term.Association entry(String key, Term value) {
    return new Term.Association(atom(key), value);
  }

  /** Returns whether a term is the atom of that name. */
  public static boolean isAtom(Term term, String name) {
    return term instanceof Term.Atom atom && atom.name().equals(name);
  }

  /** The elements of a tuple of that size whose first is the atom; else nothing. */
  public static List<Term> tagged(Term term, String tag, int size) {
    return term instanceof Term.Tuple tuple
            && tuple.elements().size() == size
            && isAtom(tuple.elements().getFirst(), tag)
        ? tuple.elements()
        : List.of();
  }
}
