package dev.enit.core.ide.completion;

import dev.enit.core.workspace.TextChange;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The text around a word that makes it a whole element: brackets that the user has not typed yet,
 * and separators.
 *
 * @param head what must stand directly before the element, else empty
 * @param bare whether the word is no part of a tuple
 * @param alone whether the word is the only one in its tuple
 * @param closer the brace that its tuple lacks behind the word, else empty
 * @param tail what must follow the element at once, else empty
 * @param edits separators elsewhere, in offsets of the text as it is
 */
record CompletionFrame(
    String head, boolean bare, boolean alone, String closer, String tail, List<TextChange> edits) {
  private static final CompletionFrame NONE =
      new CompletionFrame("", false, false, "", "", List.of());

  /** The frame of a word; nothing where the place is taken by what follows. */
  static Optional<CompletionFrame> of(CompletionPoint point) {
    Term parent = point.around(1).orElse(null);
    if (parent instanceof Term.Tuple tuple && isTaken(point, tuple)) {
      return Optional.empty();
    }
    CompletionFrame frame =
        switch (parent) {
          case null -> bare(behindDot(point), Separators.ofForm(point, point.word()));
          case Term.ListTerm list -> bare("", Separators.inList(point, point.word(), list));
          case Term.Tuple tuple -> inTuple(point, tuple);
          default -> NONE;
        };
    return Optional.of(frame.withoutEditsAt(point.insert().start()));
  }

  /**
   * Returns whether nothing is typed and the next element of the tuple, without a comma, is the
   * one.
   */
  private static boolean isTaken(CompletionPoint point, Term.Tuple tuple) {
    int next = Separators.index(tuple.elements(), point.word()) + 1;
    return point.replace().isEmpty()
        && next < tuple.elements().size()
        && Separators.missing(point, point.word(), tuple.elements().get(next)).isPresent()
        && !isNextPair(point, tuple, next);
  }

  /** What belongs directly before the word cannot be a separate edit: it goes with the word. */
  private CompletionFrame withoutEditsAt(int start) {
    StringBuilder before = new StringBuilder(head);
    List<TextChange> others = new ArrayList<>(2);
    for (TextChange edit : edits) {
      if (edit.span().equals(Span.at(start))) {
        before.append(edit.text()).append(edit.text().equals(".") ? "\n" : " ");
      } else {
        others.add(edit);
      }
    }
    return new CompletionFrame(before.toString(), bare, alone, closer, tail, others);
  }

  private static CompletionFrame bare(String head, Separators separators) {
    return new CompletionFrame(head, true, false, "", separators.behind(), separators.before());
  }

  /** White space for a form that begins at the dot of the one before it. */
  private static String behindDot(CompletionPoint point) {
    int start = point.insert().start();
    return start > 0 && point.file().text().charAt(start - 1) == '.' ? "\n" : "";
  }

  private static CompletionFrame inTuple(CompletionPoint point, Term.Tuple tuple) {
    Separators outside = outside(point, tuple);
    List<Term> elements = tuple.elements();
    int index = Separators.index(elements, point.word());
    List<TextChange> edits = new ArrayList<>(2);
    if (index == 0) {
      edits.addAll(outside.before());
    } else {
      Separators.missing(point, elements.get(index - 1), point.word()).ifPresent(edits::add);
    }
    boolean closed = isClosed(point, tuple);
    if (index < elements.size() - 1) {
      boolean next = isNextPair(point, tuple, index + 1);
      return new CompletionFrame("", false, false, next ? "}" : "", next ? "," : "", edits);
    }
    if (!closed) {
      return new CompletionFrame("", false, index == 0, "}", outside.behind(), edits);
    }
    if (!outside.behind().isEmpty()) {
      int end = point.real(point.form().absolute(tuple).end());
      edits.add(new TextChange(Span.at(end), outside.behind()));
    }
    return new CompletionFrame("", false, index == 0, "", "", edits);
  }

  /**
   * Returns whether the word is the value of a pair that is not closed, and the next pair follows.
   */
  private static boolean isNextPair(CompletionPoint point, Term.Tuple tuple, int next) {
    return next == 2
        && point.around(2).orElse(null) instanceof Term.ListTerm
        && tuple.elements().get(next) instanceof Term.Tuple
        && !isClosed(point, tuple)
        && Separators.missing(point, point.word(), tuple.elements().get(next)).isPresent();
  }

  private static Separators outside(CompletionPoint point, Term.Tuple tuple) {
    Optional<Term> around = point.around(2);
    if (around.isEmpty()) {
      return Separators.ofForm(point, tuple);
    }
    return around.get() instanceof Term.ListTerm list
        ? Separators.inList(point, tuple, list)
        : Separators.NONE;
  }

  /**
   * Returns whether a tuple has its own brace: one that was mended in has no room behind its
   * elements.
   */
  private static boolean isClosed(CompletionPoint point, Term.Tuple tuple) {
    int last = tuple.elements().getLast().span().end();
    int end = point.form().absolute(tuple).end();
    return last < tuple.span().end() && point.probe().text().charAt(end - 1) == '}';
  }
}
