package dev.enit.grammar.term;

import dev.enit.grammar.term.Form.FormTree;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * The path to a place: the terms around it, from the form's term down to the innermost. Places of
 * missing terms count as terms.
 *
 * @param terms outermost first, empty where the place touches no term of the form
 */
public record TermPath(List<Term> terms) {
  public TermPath {
    terms = List.copyOf(terms);
  }

  /**
   * Returns the path to an offset of a form.
   *
   * @param offset relative to the form's start, as the spans of its terms are
   */
  public static TermPath to(FormTree tree, int offset) {
    List<Term> path = new ArrayList<>();
    Term next = tree.term();
    while (next != null && next.span().touches(offset)) {
      path.add(next);
      next = child(next, offset);
    }
    return new TermPath(path);
  }

  /**
   * Returns the child at an offset; between two that both touch it, the one that begins there,
   * unless that is the place of a missing term.
   */
  private static @Nullable Term child(Term term, int offset) {
    Term found = null;
    for (Term child : children(term)) {
      if (child.span().start() > offset) {
        break;
      }
      boolean better = found == null || !(child instanceof Term.Missing);
      if (child.span().touches(offset) && better) {
        found = child;
      }
    }
    return found;
  }

  /**
   * Returns the direct parts of a term in the order of the text, keys and values of a map alike.
   */
  public static List<Term> children(Term term) {
    return switch (term) {
      case Term.Tuple tuple -> tuple.elements();
      case Term.ListTerm list -> withTail(list);
      case Term.MapTerm map ->
          map.associations().stream()
              .<Term>mapMulti(
                  (entry, to) -> {
                    to.accept(entry.key());
                    to.accept(entry.value());
                  })
              .toList();
      default -> List.of();
    };
  }

  private static List<Term> withTail(Term.ListTerm list) {
    Term tail = list.tail();
    if (tail == null) {
      return list.elements();
    }
    List<Term> all = new ArrayList<>(list.elements());
    all.add(tail);
    return all;
  }

  /** Returns the innermost term, or nothing. */
  public Optional<Term> last() {
    return terms.isEmpty() ? Optional.empty() : Optional.of(terms.getLast());
  }
}
