package dev.enit.core.ide.action;

import dev.enit.core.source.SourceFile;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A list of a file, cut into its elements with the comments that belong to each: those directly
 * above it and the one behind it on its line.
 *
 * @param list from bracket to bracket, in offsets of the file
 * @param elements in offsets of the file
 * @param gaps one more than there are elements: before the first, between two, behind the last
 */
record ListElements(String text, Span list, List<Span> elements, List<ListGap> gaps) {

  /**
   * The pieces; nothing for a list with a tail, one that is written as a string, and one with
   * something else between its elements.
   */
  static Optional<ListElements> of(SourceFile file, Form form, Term.ListTerm list) {
    String text = file.text();
    Span span = form.absolute(list);
    if (list.tail() != null || !form.isIntact() || text.charAt(span.start()) != '[') {
      return Optional.empty();
    }
    List<Span> elements = list.elements().stream().map(form::absolute).toList();
    List<ListGap> gaps = new ArrayList<>();
    int from = span.start() + 1;
    for (int i = 0; i <= elements.size(); i++) {
      int to = i < elements.size() ? elements.get(i).start() : span.end() - 1;
      ListGap.of(text, from, to).ifPresent(gaps::add);
      from = i < elements.size() ? elements.get(i).end() : from;
    }
    return gaps.size() == elements.size() + 1
        ? Optional.of(new ListElements(text, span, elements, gaps))
        : Optional.empty();
  }

  int count() {
    return elements.size();
  }

  /** The index of an element by its span, -1 for none. */
  int indexOf(Span element) {
    return elements.indexOf(element);
  }

  /** An element as it can be written elsewhere. */
  ListElement piece(int index) {
    return piece(index, gaps.get(index).above());
  }

  /** An element with all comments before it, also those that an empty line parts from it. */
  ListElement pieceWithLoose(int index) {
    return piece(index, gaps.get(index).ownLine());
  }

  private ListElement piece(int index, List<Span> above) {
    return new ListElement(
        above.stream().map(comment -> comment.in(text)).toList(),
        LineEnds.in(elements.get(index).in(text), "\n"),
        gaps.get(index + 1).behind().map(comment -> comment.in(text)));
  }

  /** Whether the list is written on one line. */
  boolean isOneLine() {
    return list.in(text).indexOf('\n') < 0;
  }

  /** Behind an element and the comment on its line; with -1 behind the opening bracket. */
  int endOf(int index) {
    int end = index < 0 ? list.start() + 1 : elements.get(index).end();
    ListGap gap = gaps.get(index + 1);
    return gap.behind().map(Span::end).orElse(end);
  }

  /** The white space that the line of an element begins with. */
  String indentation(int index) {
    int element = elements.get(index).start();
    int start = text.lastIndexOf('\n', element - 1) + 1;
    int end = start;
    while (end < element && " \t".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return text.substring(start, end);
  }

  /** Whether nothing would be left in the list without an element and what belongs to it. */
  boolean hasNothingBut(int index) {
    return elements.size() == 1
        && index == 0
        && gaps.getFirst().behind().isEmpty()
        && gaps.getFirst().loose().isEmpty()
        && gaps.getLast().ownLine().isEmpty();
  }

  /** Whether an element is the first thing on its line. */
  boolean beginsLine(int index) {
    int element = elements.get(index).start();
    return text.substring(text.lastIndexOf('\n', element - 1) + 1, element).isBlank();
  }

  /** Returns whether the last element is after its comma on a separate line. */
  boolean hasLeadingCommas() {
    int last = elements.size() - 1;
    if (last < 1) {
      return false;
    }
    int comma = gaps.get(last).comma();
    String line = text.substring(text.lastIndexOf('\n', comma) + 1, comma);
    String between = text.substring(comma + 1, elements.get(last).start());
    return line.isBlank() && between.isBlank() && between.indexOf('\n') < 0;
  }
}
