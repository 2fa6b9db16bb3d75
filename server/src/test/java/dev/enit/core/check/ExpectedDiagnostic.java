package dev.enit.core.check;

import dev.enit.grammar.term.LineIndex;
import dev.enit.grammar.term.Span;
import java.nio.file.Path;
import java.util.Comparator;
import java.util.List;

/**
 * A diagnostic as the comment under its line shows it: {@code %% ^^^ error: unknown-application}.
 *
 * @param line from 0
 * @param head the comment without the message
 */
record ExpectedDiagnostic(int line, int column, String head, String message) {
  private static final int FAR = 200;
  static final Comparator<ExpectedDiagnostic> ORDER =
      Comparator.comparingInt(ExpectedDiagnostic::line)
          .thenComparingInt(ExpectedDiagnostic::column)
          .thenComparing(ExpectedDiagnostic::head);

  /**
   * Returns the mark of a diagnostic.
   *
   * @param root of the tree, which is in no message
   */
  static ExpectedDiagnostic of(LineIndex lines, Diagnostic diagnostic, Path root) {
    Span span = diagnostic.place().span();
    int line = lines.line(span.start());
    int column = span.start() - lines.lineSpan(line).start();
    String head = arrow(lines, span, line, column) + " " + words(diagnostic);
    String message =
        diagnostic.message().replace(root + "/", "").replace(SyntheticOtp.BUILT + "/", "otp-");
    return new ExpectedDiagnostic(line, column, head, message);
  }

  /** Severity and slug, as every report has them. */
  static String words(Diagnostic diagnostic) {
    return diagnostic.severity().label() + ": " + diagnostic.code().slug();
  }

  /**
   * Columns from 2 on are under what they mean. A diagnostic in column 0 is drawn one column to the
   * right, with a {@code <} as its first; an empty one is a bar, one that goes on in the next line
   * ends with two dots. Far to the right, {@code @column+length} replaces the drawing.
   */
  private static String arrow(LineIndex lines, Span span, int line, int column) {
    int end = Math.min(span.end(), Math.max(span.start(), lines.lineSpan(line).end()));
    int length = end - span.start();
    String more = span.end() > end ? ".." : "";
    if (column > FAR) {
      return "%% @" + column + "+" + length + more;
    }
    if (column == 0) {
      return "%<" + (length == 0 ? "|" : "^".repeat(length - 1)) + more;
    }
    String comment = column == 1 ? "%" : "%%" + " ".repeat(column - 2);
    return comment + (length == 0 ? "|" : "^".repeat(length)) + more;
  }

  /**
   * Returns the comment. It shows the message only where one that was expected is not part of it.
   *
   * @param expected the comments under the line
   */
  String text(List<String> expected) {
    for (String comment : expected) {
      if (comment.equals(head)) {
        return head;
      }
      String start = head + " | ";
      if (comment.startsWith(start) && message.contains(comment.substring(start.length()))) {
        return comment;
      }
    }
    return head + " | " + message;
  }
}
