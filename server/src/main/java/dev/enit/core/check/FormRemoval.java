package dev.enit.core.check;

import dev.enit.core.source.Place;
import dev.enit.core.source.SourceFile;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import java.util.List;

/**
 * Takes a form out of a file, with the lines that it leaves empty. Comments stay: whether they
 * spoke of it is not known.
 */
public final class FormRemoval {
  private FormRemoval() {}

  /** The fix {@code fix.remove}, of something that may be wanted elsewhere. */
  public static Fix of(SourceFile file, Form form, String... arguments) {
    Place place = new Place(file.path(), lines(file.text(), form.span()));
    return new Fix("fix.remove", List.of(arguments), List.of(new Fix.Change(place, "")), false);
  }

  private static Span lines(String text, Span form) {
    int start = text.lastIndexOf('\n', form.start() - 1) + 1;
    int newline = text.indexOf('\n', form.end());
    int end = newline < 0 ? text.length() : newline + 1;
    if (!text.substring(start, form.start()).isBlank()
        || !text.substring(form.end(), end).isBlank()) {
      return new Span(form.start(), behindBlanks(text, form.end()));
    }
    boolean gapBefore = start == 0 || isEmptyBefore(text, start);
    while (gapBefore && end < text.length() && text.indexOf('\n', end) == end) {
      end++;
    }
    return new Span(start, end);
  }

  private static int behindBlanks(String text, int from) {
    int end = from;
    while (end < text.length() && " \t".indexOf(text.charAt(end)) >= 0) {
      end++;
    }
    return end;
  }

  private static boolean isEmptyBefore(String text, int start) {
    return start > 1 && text.charAt(start - 1) == '\n' && text.charAt(start - 2) == '\n';
  }
}
