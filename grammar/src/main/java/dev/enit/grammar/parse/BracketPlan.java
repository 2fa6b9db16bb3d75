package dev.enit.grammar.parse;

import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/** The edits that make the brackets of a form match. */
final class BracketPlan {
  /** The ways to edit brackets: insert one before a token, or delete or replace the token. */
  enum Action {
    CLOSE,
    OPEN,
    DROP,
    REPLACE
  }

  /**
   * One change.
   *
   * @param index the token that it is before, or that goes
   * @param type of the bracket that comes in or goes
   * @param partner index of the token that the bracket closes or opens for, -1 without one
   */
  record Edit(Action action, int index, int type, int partner) {}

  private final List<Edit> edits = new ArrayList<>();

  void close(int before, int closer, int opener) {
    edits.add(new Edit(Action.CLOSE, before, closer, opener));
  }

  void open(int before, int opener, int closer) {
    edits.add(new Edit(Action.OPEN, before, opener, closer));
  }

  void replace(int index, int closer, int opener) {
    edits.add(new Edit(Action.REPLACE, index, closer, opener));
  }

  void drop(int index, int type) {
    edits.add(new Edit(Action.DROP, index, type, -1));
  }

  int cost() {
    return edits.size();
  }

  /**
   * Returns the changes, in the order of the tokens: before one token first what closes, then what
   * opens, and of that the outer before the inner, which was found first.
   */
  List<Edit> inOrder() {
    List<Edit> ordered = new ArrayList<>(edits.size());
    edits.stream().filter(edit -> edit.action() != Action.OPEN).forEach(ordered::add);
    edits.reversed().stream().filter(edit -> edit.action() == Action.OPEN).forEach(ordered::add);
    ordered.sort(
        Comparator.comparingInt(Edit::index)
            .thenComparing(edit -> edit.action() == Action.OPEN ? 1 : 0));
    return ordered;
  }
}
