package dev.enit.grammar.term;

import java.math.BigInteger;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An Erlang term as it is in a file.
 *
 * <p>Spans count from the start of the term's {@link Form}, so that an unchanged form keeps its
 * terms when text before it changes; {@link Form#absolute(Span)} turns them into offsets of the
 * file. Record equality compares spans too; {@link TermValue#same} compares values alone.
 */
public sealed interface Term {

  /** Returns the span of the term, relative to the start of its form. */
  Span span();

  /** An atom; {@code name} is without quotes and escapes. */
  record Atom(Span span, String name) implements Term {}

  /** An integer, in whatever base it was written. */
  record Int(Span span, BigInteger value) implements Term {}

  /** A floating point number. */
  record Float(Span span, double value) implements Term {}

  /** A character such as {@code $a}: an integer to Erlang, a letter to the user. */
  record Char(Span span, int codePoint) implements Term {}

  /** A string, adjacent literals joined: to Erlang the list of its code points. */
  record Str(Span span, String value) implements Term {}

  /**
   * A binary or bitstring, its segments already computed.
   *
   * @param isText whether it is written with a string in it; {@code true} where the source of the
   *     value does not say
   */
  record Binary(Span span, Bytes value, boolean isText) implements Term {
    public Binary(Span span, Bytes value) {
      this(span, value, true);
    }
  }

  /** A tuple. */
  record Tuple(Span span, List<Term> elements) implements Term {
    public Tuple {
      elements = List.copyOf(elements);
    }
  }

  /** A list; {@code tail} is the term after the bar of an improper list or of {@code [a | [b]]}. */
  record ListTerm(Span span, List<Term> elements, @Nullable Term tail) implements Term {
    public ListTerm {
      elements = List.copyOf(elements);
    }
  }

  /** A map, its entries as written: of equal keys the last one counts. */
  record MapTerm(Span span, List<Association> associations) implements Term {
    public MapTerm {
      associations = List.copyOf(associations);
    }
  }

  /** One {@code key => value} of a map. */
  record Association(Term key, Term value) {}

  /** An external function {@code fun module:function/arity}. */
  record Fun(Span span, String module, String function, int arity) implements Term {}

  /**
   * A value that a running node has and no file can: a process, a port, a reference, a local
   * function.
   *
   * @param text as Erlang shows it, such as {@code <0.42.0>}; nothing reads it back
   * @param external the value in the external term format, without the version
   */
  record Opaque(Span span, String text, Bytes external) implements Term {}

  /**
   * The place of a term that is absent, or of one that cannot be parsed; always reported as a
   * syntax error.
   */
  record Missing(Span span) implements Term {}
}
