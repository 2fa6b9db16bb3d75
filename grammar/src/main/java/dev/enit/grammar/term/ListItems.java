package dev.enit.grammar.term;

import java.math.BigInteger;
import java.util.Iterator;
import java.util.NoSuchElementException;
import org.jspecify.annotations.Nullable;

/**
 * The elements of an Erlang list however it is written: as a string, with brackets, or with a bar
 * and another list after it.
 */
final class ListItems implements Iterator<Term> {
  private @Nullable Term rest;
  private int next;

  private ListItems(Term list) {
    rest = list;
    settle();
  }

  static ListItems of(Term list) {
    return new ListItems(list);
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
