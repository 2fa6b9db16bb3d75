package dev.enit.core.ide.structure;

import dev.enit.core.cancel.CancellationToken;
import dev.enit.core.ide.structure.Foldings.Fold.Kind;
import dev.enit.grammar.parse.SourceTokens;
import dev.enit.grammar.term.Form;
import dev.enit.grammar.term.LineIndex;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.Term;
import dev.enit.grammar.term.TermFile;
import dev.enit.grammar.term.TermPath;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The folding ranges of a file: terms and comments that have several lines. */
public final class Foldings {
  private static final Comparator<Fold> BY_PLACE =
      Comparator.comparingInt((Fold fold) -> fold.hidden().start()).thenComparingInt(Fold::depth);

  private final TermFile file;
  private final LineIndex lines;
  private final List<Fold> folds = new ArrayList<>();

  private int lastLine;

  /** The form that was cut into tokens last, and where its comments start. */
  private @Nullable Form commented;

  private Set<Integer> starts = Set.of();

  private Foldings(TermFile file) {
    this.file = file;
    this.lines = file.lines();
  }

  /**
   * The folds in the order of the text, outer ones first.
   *
   * @param most how many there may be; where there are more, the innermost are left out
   */
  public static List<Fold> of(TermFile file, int most) {
    Foldings foldings = new Foldings(file);
    for (Form form : file.forms()) {
      if (form.term() != null) {
        foldings.term(form, form.term(), 0);
      }
    }
    foldings.comments();
    return foldings.folds.stream()
        .sorted(Comparator.comparingInt(Fold::depth))
        .limit(most)
        .sorted(BY_PLACE)
        .toList();
  }

  private void term(Form form, Term term, int depth) {
    CancellationToken.check();
    Span span = form.absolute(term);
    if (line(span.start()) == line(span.end())) {
      return;
    }
    fold(span, bracket(term), depth);
    for (Term child : TermPath.children(term)) {
      term(form, child, depth + 1);
    }
  }

  /** The line of an offset near the one that was asked for last, as the terms of a text are. */
  private int line(int offset) {
    int near = lastLine;
    for (int steps = 0; steps < 4; steps++) {
      if (offset < lines.start(near)) {
        near--;
      } else if (near + 1 < lines.count() && offset >= lines.start(near + 1)) {
        near++;
      } else {
        lastLine = near;
        return near;
      }
    }
    lastLine = lines.line(offset);
    return lastLine;
  }

  /** How long the bracket at each end is, or the quote. */
  private static int bracket(Term term) {
    return term instanceof Term.MapTerm || term instanceof Term.Binary ? 2 : 1;
  }

  private void fold(Span span, int bracket, int depth) {
    int start = Math.min(span.start() + bracket, span.end());
    int end = Math.max(start, span.end() - 1);
    int last = isFirst(end) ? lines.lineSpan(lines.line(end) - 1).end() : end;
    if (lines.line(start) < lines.line(last)) {
      folds.add(new Fold(new Span(start, end), last, depth, Kind.TERM));
    }
  }

  /** Returns whether only closing brackets and quotes stand in front of an offset, on its line. */
  private boolean isFirst(int offset) {
    return before(offset).chars().allMatch(c -> c <= ' ' || isCloser(c));
  }

  private String before(int offset) {
    return file.text().substring(lines.lineSpan(lines.line(offset)).start(), offset);
  }

  private static boolean isCloser(int c) {
    return c == ']' || c == '}' || c == '>' || c == '"' || c == ')';
  }

  /** Comments on lines of their own that follow each other. */
  private void comments() {
    int first = -1;
    int last = -1;
    for (int line = 0; line < lines.count(); line++) {
      if (isComment(line)) {
        first = first < 0 ? line : first;
        last = line;
      } else if (first >= 0) {
        comment(first, last);
        first = -1;
      }
    }
    if (first >= 0) {
      comment(first, last);
    }
  }

  private boolean isComment(int line) {
    Span span = lines.lineSpan(line);
    int start = span.start();
    while (start < span.end() && file.text().charAt(start) <= ' ') {
      start++;
    }
    return start < span.end() && file.text().charAt(start) == '%' && !isInLiteral(start);
  }

  /** Returns whether an offset is inside a string or a quoted atom; only a form can have one. */
  // A form is one object as long as it is the same.
  @SuppressWarnings("ReferenceEquality")
  private boolean isInLiteral(int offset) {
    Form form = file.formAt(offset).filter(found -> offset < found.end()).orElse(null);
    if (form == null) {
      return false;
    }
    if (commented != form) {
      commented = form;
      starts = commentStarts(form);
    }
    return !starts.contains(offset);
  }

  private Set<Integer> commentStarts(Form form) {
    Set<Integer> found = new HashSet<>();
    for (SourceTokens.Token token : SourceTokens.of(form.span().in(file.text()))) {
      if (token.kind() == SourceTokens.Kind.COMMENT) {
        found.add(form.start() + token.span().start());
      }
    }
    return found;
  }

  private void comment(int first, int last) {
    if (first < last) {
      int end = lines.lineSpan(last).end();
      folds.add(new Fold(new Span(lines.lineSpan(first).end(), end), end, 0, Kind.COMMENT));
    }
  }

  /**
   * Text that can be folded away, in offsets of the file.
   *
   * @param hidden what is between the brackets
   * @param lastLine an offset in the last line that disappears where whole lines are folded: the
   *     line of the closing bracket stays where nothing else is on it
   * @param depth how many others it stands in
   */
  public record Fold(Span hidden, int lastLine, int depth, Kind kind) {

    /** What is folded. */
    public enum Kind {
      TERM,
      COMMENT
    }
  }
}
