package dev.enit.grammar.term;

import java.util.ArrayList;
import java.util.List;

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
    if (ListItems.isList(term)) {
      ListItems.of(term).forEachRemaining(elements::add);
    }
    return elements;
  }

  /** Returns whether a term is a list that ends as a list should. */
  public static boolean isProper(Term term) {
    if (!ListItems.isList(term)) {
      return false;
    }
    ListItems items = ListItems.of(term);
    while (items.hasNext()) {
      items.next();
    }
    return items.tail() == null;
  }
}
