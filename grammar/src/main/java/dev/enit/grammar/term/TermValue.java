package dev.enit.grammar.term;

import dev.enit.grammar.term.TermList.Items;
import java.math.BigInteger;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/**
 * The comparison of terms as Erlang's {@code =:=} does it: by value, wherever and however they are
 * written.
 *
 * <p>A string is the list of its code points, a character its code, and of equal keys in a map the
 * last one counts. An integer never equals a float, and {@code 0.0} is not {@code -0.0}, as since
 * OTP 27; for the maps of older releases see {@link #keepLastOfZeros}.
 */
public final class TermValue {
  private TermValue() {}

  /** Returns whether two terms have the same value; a {@link Term.Missing} equals nothing. */
  public static boolean same(Term one, Term other) {
    return switch (one) {
      case Term.Atom a -> other instanceof Term.Atom b && a.name().equals(b.name());
      case Term.Int a -> integer(a.value(), other);
      case Term.Char a -> integer(BigInteger.valueOf(a.codePoint()), other);
      case Term.Float a ->
          other instanceof Term.Float b && Double.compare(a.value(), b.value()) == 0;
      case Term.Binary a -> other instanceof Term.Binary b && a.value().equals(b.value());
      case Term.Tuple a -> other instanceof Term.Tuple b && all(a.elements(), b.elements());
      case Term.MapTerm a -> other instanceof Term.MapTerm b && entries(a).equals(entries(b));
      case Term.Fun a ->
          other instanceof Term.Fun b
              && a.arity() == b.arity()
              && a.module().equals(b.module())
              && a.function().equals(b.function());
      case Term.Str a when other instanceof Term.Str b -> a.value().equals(b.value());
      case Term.Str a -> lists(a, other);
      case Term.ListTerm a -> lists(a, other);
      case Term.Opaque a -> other instanceof Term.Opaque b && a.external().equals(b.external());
      case Term.Missing a -> false;
    };
  }

  /** Returns a hash that is the same for terms that are {@link #same}. */
  public static int hash(Term term) {
    return switch (term) {
      case Term.Atom a -> a.name().hashCode();
      case Term.Int i -> i.value().hashCode();
      case Term.Char c -> BigInteger.valueOf(c.codePoint()).hashCode();
      case Term.Float f -> Double.hashCode(f.value());
      case Term.Binary b -> b.value().hashCode();
      case Term.Tuple t ->
          t.elements().stream().mapToInt(TermValue::hash).reduce(7, TermValue::mix);
      case Term.MapTerm m -> entries(m).hashCode();
      case Term.Fun f -> mix(f.module().hashCode(), f.function().hashCode()) + f.arity();
      case Term.Str s -> listHash(s);
      case Term.ListTerm l -> listHash(l);
      case Term.Opaque o -> o.external().hashCode();
      case Term.Missing m -> 0;
    };
  }

  /**
   * Drops each entry of a map whose key differs from a later one in the sign of a zero at most: up
   * to OTP 26 these are one key.
   */
  public static void keepLastOfZeros(List<Term.Association> entries) {
    if (entries.stream().noneMatch(entry -> hasNegativeZero(entry.key()))) {
      return;
    }
    Map<Key, Key> last = new HashMap<>();
    for (Term.Association entry : entries) {
      last.put(new Key(unsigned(entry.key())), new Key(entry.key()));
    }
    entries.removeIf(
        entry -> !new Key(entry.key()).equals(last.get(new Key(unsigned(entry.key())))));
  }

  private static boolean hasNegativeZero(Term term) {
    return switch (term) {
      case Term.Float(var _, double value) -> Double.compare(value, -0.0) == 0;
      case Term.Tuple(var _, var elements) ->
          elements.stream().anyMatch(TermValue::hasNegativeZero);
      case Term.ListTerm(var _, var elements, var tail) ->
          elements.stream().anyMatch(TermValue::hasNegativeZero)
              || (tail != null && hasNegativeZero(tail));
      case Term.MapTerm(var _, var entries) ->
          entries.stream().anyMatch(e -> hasNegativeZero(e.key()) || hasNegativeZero(e.value()));
      default -> false;
    };
  }

  /** Returns the term with {@code 0.0} for each {@code -0.0}. */
  private static Term unsigned(Term term) {
    return switch (term) {
      case Term.Float(var span, double value) when value == 0 -> new Term.Float(span, 0.0);
      case Term.Tuple(var span, var elements) -> new Term.Tuple(span, unsigned(elements));
      case Term.ListTerm(var span, var elements, var tail) ->
          new Term.ListTerm(span, unsigned(elements), tail == null ? null : unsigned(tail));
      case Term.MapTerm(var span, var entries) ->
          new Term.MapTerm(
              span,
              entries.stream()
                  .map(e -> new Term.Association(unsigned(e.key()), unsigned(e.value())))
                  .toList());
      default -> term;
    };
  }

  private static List<Term> unsigned(List<Term> terms) {
    return terms.stream().map(TermValue::unsigned).toList();
  }

  private static int mix(int hash, int next) {
    return hash * 31 + next;
  }

  private static boolean integer(BigInteger value, Term other) {
    return switch (other) {
      case Term.Int i -> i.value().equals(value);
      case Term.Char c -> BigInteger.valueOf(c.codePoint()).equals(value);
      default -> false;
    };
  }

  private static boolean all(List<Term> one, List<Term> other) {
    if (one.size() != other.size()) {
      return false;
    }
    for (int i = 0; i < one.size(); i++) {
      if (!same(one.get(i), other.get(i))) {
        return false;
      }
    }
    return true;
  }

  private static boolean lists(Term one, Term other) {
    if (!Items.isList(other)) {
      return false;
    }
    Items left = Items.of(one);
    Items right = Items.of(other);
    while (left.hasNext() && right.hasNext()) {
      if (!same(left.next(), right.next())) {
        return false;
      }
    }
    return left.hasNext() == right.hasNext() && tails(left.tail(), right.tail());
  }

  private static boolean tails(@Nullable Term one, @Nullable Term other) {
    if (one == null || other == null) {
      return one == null && other == null;
    }
    return same(one, other);
  }

  private static int listHash(Term list) {
    Items items = Items.of(list);
    int hash = 11;
    while (items.hasNext()) {
      hash = mix(hash, hash(items.next()));
    }
    Term tail = items.tail();
    return tail == null ? hash : mix(hash, hash(tail) + 1);
  }

  private static Map<Key, Key> entries(Term.MapTerm map) {
    Map<Key, Key> entries = new HashMap<>();
    for (Term.Association entry : map.associations()) {
      entries.put(new Key(entry.key()), new Key(entry.value()));
    }
    return entries;
  }

  /**
   * A term that is equal to those of the same value. It keeps its hash: that of a map needs those
   * of its keys twice, which in maps as keys of maps doubled with each level.
   */
  public static final class Key {
    private final Term term;
    private final int hash;

    public Key(Term term) {
      this.term = term;
      this.hash = TermValue.hash(term);
    }

    public Term term() {
      return term;
    }

    @Override
    public boolean equals(@Nullable Object other) {
      return other instanceof Key that && hash == that.hash && same(term, that.term);
    }

    @Override
    public int hashCode() {
      return hash;
    }

    @Override
    public String toString() {
      return TermPrinter.print(term);
    }
  }
}
