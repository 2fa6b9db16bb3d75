package dev.enit.core.check;

import dev.enit.core.source.Place;
import dev.enit.core.source.SourceFile;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The removal of an element from a list, with its comma and with the line that it leaves empty.
 * Comments stay, since they may be about something else.
 */
public final class ElementRemoval {
  private final SourceFile file;
  private final String text;
  private final Form form;
  private final List<Term> elements;

  private ElementRemoval(SourceFile file, Form form, List<Term> elements) {
    this.file = file;
    this.text = file.text();
    this.form = form;
    this.elements = elements;
  }

  /** Returns the changes, or empty if the text around the element is not understood. */
  public static Optional<List<Fix.Change>> of(
      SourceFile file, Form form, Term.ListTerm list, Term element) {
    int index = list.tail() == null ? indexOf(list.elements(), element.span()) : -1;
    return index < 0
        ? Optional.empty()
        : new ElementRemoval(file, form, list.elements()).changes(index);
  }

  /**
   * Returns the index of the first element with a span, or -1. Elements are in the order of the
   * text, so this is a binary search.
   */
  static int indexOf(List<Term> elements, Span span) {
    int low = 0;
    int high = elements.size();
    while (low < high) {
      int middle = (low + high) >>> 1;
      if (elements.get(middle).span().start() < span.start()) {
        low = middle + 1;
      } else {
        high = middle;
      }
    }
    while (low < elements.size() && elements.get(low).span().start() == span.start()) {
      if (elements.get(low).span().equals(span)) {
        return low;
      }
      low++;
    }
    return -1;
  }

  private Optional<List<Fix.Change>> changes(int index) {
    Span element = span(index);
    if (index + 1 < elements.size()) {
      return comma(element.end(), span(index + 1).start())
          .map(comma -> List.of(delete(new Span(element.start(), comma + 1))));
    }
    if (index == 0) {
      return Optional.of(List.of(delete(element)));
    }
    return comma(span(index - 1).end(), element.start()).map(comma -> last(comma, element));
  }

  private Span span(int index) {
    return form.absolute(elements.get(index));
  }

  /** Returns the changes for the last element, which also remove the comma before it. */
  private List<Fix.Change> last(int comma, Span element) {
    if (text.substring(comma + 1, element.start()).isBlank()) {
      return List.of(change(new Span(comma, element.end())));
    }
    List<Fix.Change> changes = new ArrayList<>();
    changes.add(change(new Span(comma, comma + 1)));
    changes.add(delete(element));
    return changes;
  }

  private Fix.Change delete(Span span) {
    int start = span.start();
    int end = span.end();
    while (end < text.length() && isBlank(text.charAt(end))) {
      end++;
    }
    int lineStart = start;
    while (lineStart > 0 && isBlank(text.charAt(lineStart - 1))) {
      lineStart--;
    }
    boolean begins = lineStart == 0 || text.charAt(lineStart - 1) == '\n';
    boolean ends = end == text.length() || "\r\n".indexOf(text.charAt(end)) >= 0;
    if (begins && ends) {
      int newline = text.indexOf('\n', end);
      return change(new Span(lineStart, newline < 0 ? text.length() : newline + 1));
    }
    return change(new Span(start, ends ? span.end() : end));
  }

  private Fix.Change change(Span span) {
    return new Fix.Change(new Place(file.path(), span), "");
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /**
   * Returns the only comma between two elements, or empty if more than blanks and comments surround
   * it.
   */
  private Optional<Integer> comma(int from, int to) {
    int found = -1;
    for (int i = from; i < to; i++) {
      char c = text.charAt(i);
      if (c == '%') {
        int newline = text.indexOf('\n', i);
        i = newline < 0 ? to : newline;
      } else if (c == ',' && found < 0) {
        found = i;
      } else if (!Character.isWhitespace(c)) {
        return Optional.empty();
      }
    }
    return found < 0 ? Optional.empty() : Optional.of(found);
  }
}
