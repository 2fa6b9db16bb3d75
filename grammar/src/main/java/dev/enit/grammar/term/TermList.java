package dev.enit.grammar.term;

import java.math.BigInteger;
import java.util.ArrayList;
import java.util.Iterator;
import java.util.List;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * A list as Erlang sees it, however it is written: in brackets, as a string, or with another list
 * after a bar.
 */
public final class TermList {
  private TermList() {}

  /**
   * Returns the elements of a list; of an improper one those before its tail, of any other term
   * none.
   */
  public static List<Term> elements(Term term) {
    if (term instanceof Term.ListTerm list && list.tail() == null) {
      return list.elements();
    }
    List<Term> elements = new ArrayList<>();
    if (Items.isList(term)) {
      Items.of(term).forEachRemaining(elements::add);
    }
    return elements;
  }

  /** Returns whether a term is a list that ends as a list should. */
  public static boolean isProper(Term term) {
    if (!Items.isList(term)) {
      return false;
    }
    Items items = Items.of(term);
    while (items.hasNext()) {
      items.next();
    }
    return items.tail() == null;
  }

  /**
   * The elements of an Erlang list however it is written: as a string, with brackets, or with a bar
   * and another list after it.
   */
  static final class Items implements Iterator<Term> {
    private @Nullable Term rest;
    private int next;

    private Items(Term list) {
      rest = list;
      settle();
    }

    static Items of(Term list) {
      return new Items(list);
    }

    static boolean isList(Term term) {
      return term instanceof Term.Str || term instanceof Term.ListTerm;
    }

    @Override
    public boolean hasNext() {
      return rest != null && isList(rest);
    }

    @Override
    public Term next() {
      Term item =
          switch (rest) {
            case Term.Str string -> {
              int point = string.value().codePointAt(next);
              next += Character.charCount(point);
              yield new Term.Int(string.span(), BigInteger.valueOf(point));
            }
            case Term.ListTerm list -> list.elements().get(next++);
            case null, default -> throw new NoSuchElementException();
          };
      settle();
      return item;
    }

    /** Goes on to the tail where the elements have ended. */
    private void settle() {
      while (rest != null) {
        if (rest instanceof Term.ListTerm list && next >= list.elements().size()) {
          rest = list.tail();
          next = 0;
        } else if (rest instanceof Term.Str string && next >= string.value().length()) {
          rest = null;
        } else {
          return;
        }
      }
    }

    /**
     * Returns what ends an improper list, once there is no element left; {@code null} in a proper
     * one.
     */
    @Nullable Term tail() {
      return rest;
    }
  }
}
