package dev.enit.core.check;

import dev.enit.core.source.Place;
import dev.enit.core.source.SourceFile;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import java.util.List;

/**
 * The removal of a form from a file, with the lines that it leaves empty. Comments stay, since they
 * may be about something else.
 */
public final class FormRemoval {
  private FormRemoval() {}

  /** Returns the fix {@code fix.remove}, not preferred, since the form may be needed elsewhere. */
  public static Fix of(SourceFile file, Form form, String... arguments) {
    Place place = new Place(file.path(), lines(file.text(), form.span()));
    return new Fix("fix.remove", List.of(arguments), List.of(new Fix.Change(place, "")), false);
  }

  private static Span lines(String text, Span form) {
    int start = form.start();
    while (start > 0 && isBlank(text.charAt(start - 1))) {
      start--;
    }
    int end = afterBlanks(text, form.end());
    boolean begins = start == 0 || text.charAt(start - 1) == '\n';
    boolean ends = end == text.length() || text.charAt(end) == '\n' || text.startsWith("\r\n", end);
    if (!begins || !ends) {
      return new Span(form.start(), afterBlanks(text, form.end()));
    }
    int newline = text.indexOf('\n', end);
    end = newline < 0 ? text.length() : newline + 1;
    boolean gapBefore = start == 0 || isEmptyBefore(text, start);
    while (gapBefore && end < text.length() && text.indexOf('\n', end) == end) {
      end++;
    }
    return new Span(start, end);
  }

  private static int afterBlanks(String text, int from) {
    int end = from;
    while (end < text.length() && isBlank(text.charAt(end))) {
      end++;
    }
    return end;
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  private static boolean isEmptyBefore(String text, int start) {
    return start > 1 && text.charAt(start - 1) == '\n' && text.charAt(start - 2) == '\n';
  }
}
