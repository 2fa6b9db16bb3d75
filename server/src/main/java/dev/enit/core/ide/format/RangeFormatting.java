package dev.enit.core.ide.format;

import dev.enit.core.cancel.CancellationToken;
import dev.enit.core.workspace.TextChange;
import dev.enit.grammar.format.FormatOptions;
import dev.enit.grammar.format.TermFormatter;
import dev.enit.grammar.parse.TermParser;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.TermFile;
import java.util.ArrayList;
import java.util.List;

/**
 * The layout of a part of a file. Each form is laid out by itself, so a mistake elsewhere does not
 * keep a form from it; a form with a mistake is left alone.
 */
public final class RangeFormatting {
  private final TermFile file;
  private final String text;
  private final List<Span> lines;
  private final FormatOptions options;
  private final List<TextChange> edits = new ArrayList<>();

  private RangeFormatting(TermFile file, List<Span> lines, FormatOptions options) {
    this.file = file;
    this.text = file.text();
    this.lines = lines;
    this.options = options;
  }

  /**
   * The changes that lay out the lines of some ranges, ascending and apart, in offsets of the file.
   * What stands on other lines stays as it is.
   */
  public static List<TextChange> edits(TermFile file, List<Span> ranges, FormatOptions options) {
    List<Span> lines = ranges.stream().map(range -> lines(file, range)).toList();
    if (file.isIntact() && lines.contains(new Span(0, file.text().length()))) {
      return FormattingEdits.edits(file, options);
    }
    List<TextChange> edits = new RangeFormatting(file, lines, options).run();
    return TermFormatter.keepsEncoding(file.text(), TextChange.apply(file.text(), edits))
        ? edits
        : List.of();
  }

  /** From the start of the first line to the end of the last one that the range has a part of. */
  private static Span lines(TermFile file, Span range) {
    int first = file.lines().line(range.start());
    int last = file.lines().line(range.end());
    boolean atStart = last > first && file.lines().lineSpan(last).start() == range.end();
    return Span.between(
        file.lines().lineSpan(first), file.lines().lineSpan(atStart ? last - 1 : last));
  }

  private List<TextChange> run() {
    List<Form> forms = file.forms();
    for (int i = 0; i < forms.size(); i++) {
      int first = i;
      while (i < forms.size() && isWanted(forms.get(i))) {
        i++;
      }
      if (i > first) {
        layOut(new Span(start(first), end(i - 1)));
      }
    }
    return edits;
  }

  private boolean isWanted(Form form) {
    CancellationToken.check();
    return form.isIntact() && isOnLines(form.span());
  }

  private boolean isOnLines(Span span) {
    return lines.stream()
        .anyMatch(range -> span.start() <= range.end() && range.start() <= span.end());
  }

  /** The start of the line of the first comment that belongs to a form, or of the form itself. */
  private int start(int index) {
    int form = file.forms().get(index).start();
    int from = 0;
    if (index > 0) {
      int newline = text.indexOf('\n', file.forms().get(index - 1).end());
      if (newline < 0 || newline >= form) {
        return form;
      }
      from = newline + 1;
    }
    while (from < form && Character.isWhitespace(text.charAt(from))) {
      from++;
    }
    int newline = text.lastIndexOf('\n', from - 1);
    return newline < 0 ? 0 : newline + 1;
  }

  /** The end of a form, with the comment behind it. */
  private int end(int index) {
    Form form = file.forms().get(index);
    int line = file.lines().lineSpan(file.lines().line(form.end())).end();
    boolean last = index + 1 == file.forms().size();
    return last || file.forms().get(index + 1).start() > line ? line : form.end();
  }

  private void layOut(Span part) {
    CancellationToken.check();
    String before = part.in(text);
    String after =
        TermFormatter.format(TermParser.parse(before), options)
            .map(String::stripTrailing)
            .orElse(before);
    boolean alone = before.indexOf('\n') < 0;
    for (TextChange edit : FormattingEdits.between(before, alone ? ownLineEnds(after) : after)) {
      Span span = edit.span().shift(part.start());
      if (isOnLines(span)) {
        edits.add(new TextChange(span, edit.text()));
      }
    }
  }

  /** A part of one line does not show how the lines of its file end. */
  private String ownLineEnds(String after) {
    int newline = text.indexOf('\n');
    return newline > 0 && text.charAt(newline - 1) == '\r' ? after.replace("\n", "\r\n") : after;
  }
}
