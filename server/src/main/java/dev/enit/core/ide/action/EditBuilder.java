package dev.enit.core.ide.action;

import dev.enit.core.cancel.CancellationToken;
import dev.enit.core.ide.FileChange;
import dev.enit.core.ide.format.RangeFormatting;
import dev.enit.core.source.SourceFile;
import dev.enit.core.workspace.TextChange;
import dev.enit.grammar.format.FormatOptions;
import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.TermFile;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.HashSet;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * New text for a file, put in order by the formatter: a form that was laid out stays so as a whole,
 * of one that its author lays out otherwise only the new lines are touched.
 */
final class EditBuilder {
  private final SourceFile file;
  private final List<TextChange> raw = new ArrayList<>();
  private final Set<Form> forced = new HashSet<>();

  EditBuilder(SourceFile file) {
    this.file = file;
  }

  SourceFile file() {
    return file;
  }

  /** Puts a text in the place of a span of the file as it is; no two of them may overlap. */
  void replace(Span span, String text) {
    raw.add(new TextChange(span, text));
  }

  void insert(int offset, String text) {
    replace(Span.at(offset), text);
  }

  /** Has a form laid out, however its author does it. */
  void layOut(Form form) {
    forced.add(form);
  }

  /** Whether a form will be laid out as a whole: it is already, or it has to be. */
  boolean isOrderly(Form form) {
    return forced.contains(form)
        || (form.isIntact()
            && RangeFormatting.edits(file.terms(), List.of(form.span()), FormatOptions.DEFAULT)
                .isEmpty());
  }

  /** Takes a span out, and its lines where nothing else stands on them. */
  void cut(Span span) {
    replace(wholeLines(span), "");
  }

  private Span wholeLines(Span span) {
    String text = file.text();
    int start = span.start();
    while (start > 0 && isBlank(text.charAt(start - 1))) {
      start--;
    }
    int end = span.end();
    while (end < text.length() && isBlank(text.charAt(end))) {
      end++;
    }
    boolean begins = start == 0 || text.charAt(start - 1) == '\n';
    boolean ends = end == text.length() || "\r\n".indexOf(text.charAt(end)) >= 0;
    if (begins && ends) {
      int newline = text.indexOf('\n', end);
      return new Span(start, newline < 0 ? text.length() : newline + 1);
    }
    return new Span(span.start(), ends ? span.end() : end);
  }

  /** Takes a form out, and the empty lines before or behind it. */
  void cutForm(Span form) {
    String text = file.text();
    Span lines = wholeLines(form);
    int start = lines.start();
    int end = lines.end();
    boolean isLast = text.substring(end).isBlank();
    if (isLast || text.substring(0, start).isBlank() || isEmptyLine(start - 1)) {
      while (end < text.length() && isEmptyLine(end)) {
        end = text.indexOf('\n', end) + 1;
      }
    }
    while (isLast && start > 0 && isEmptyLine(start - 1)) {
      start = text.lastIndexOf('\n', start - 2) + 1;
    }
    replace(new Span(start, end), "");
  }

  /** Whether the line of an offset has nothing in it, not even blanks. */
  private boolean isEmptyLine(int offset) {
    String text = file.text();
    int end = text.indexOf('\n', offset);
    int start = text.lastIndexOf('\n', offset - 1) + 1;
    return end >= 0 && text.substring(start, end).isBlank();
  }

  private static boolean isBlank(char c) {
    return c == ' ' || c == '\t';
  }

  /** The changes, in offsets of the file as it is. */
  FileChange change() {
    raw.sort(Comparator.comparingInt(edit -> edit.span().start()));
    String lineEnd = LineEnds.of(file.text());
    raw.replaceAll(edit -> new TextChange(edit.span(), LineEnds.in(edit.text(), lineEnd)));
    TermFile after =
        TermParser.reparse(file.terms(), changed(), TextChange.apply(file.text(), raw));
    List<TextChange> layout = RangeFormatting.edits(after, toLayOut(after), FormatOptions.DEFAULT);
    return new FileChange.Edited(file.path(), EditChain.join(file.text(), raw, layout));
  }

  /** From the first change to the last. */
  private Span changed() {
    return raw.isEmpty() ? Span.at(0) : Span.between(raw.getFirst().span(), raw.getLast().span());
  }

  private List<Span> toLayOut(TermFile after) {
    Set<Span> spans = new LinkedHashSet<>();
    Map<Integer, Boolean> orderly = new HashMap<>();
    int shift = 0;
    for (TextChange edit : raw) {
      CancellationToken.check();
      int start = edit.span().start() + shift;
      Span changed = new Span(start, start + edit.text().length());
      shift += edit.text().length() - edit.span().length();
      if (formOf(edit.span())
          .filter(
              form ->
                  !orderly.computeIfAbsent(form.start(), _ -> isOrderly(form))
                      && !isDivided(form, after))
          .isEmpty()) {
        after.forms().stream()
            .filter(form -> isIn(changed, form.span()))
            .map(form -> LayerText.withComments(after, form))
            .forEach(spans::add);
      }
    }
    return List.copyOf(spans);
  }

  /** Whether more than one form is made of one; the author's layout is gone then anyway. */
  private boolean isDivided(Form form, TermFile after) {
    return form.isIntact() && after.forms().size() > file.terms().forms().size();
  }

  /** The form that a change is in. */
  private Optional<Form> formOf(Span span) {
    return file.terms().forms().stream()
        .filter(form -> form.start() < span.end() && span.start() < form.end())
        .findFirst();
  }

  private static boolean isIn(Span changed, Span form) {
    return form.start() < changed.end() && changed.start() < form.end();
  }
}
