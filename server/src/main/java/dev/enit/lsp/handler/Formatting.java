package dev.enit.lsp.handler;

import dev.enit.grammar.format.FormatOptions;
import dev.enit.grammar.format.TermFormatter;
import dev.enit.grammar.term.Span;
import dev.enit.lsp.session.Session;
import java.util.List;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.TextEdit;

/**
 * A document in its new layout, the same as that of {@code enit fmt}: what an editor says of tabs
 * does not count, or the two would undo each other's work. A broken document is left alone.
 */
public final class Formatting implements RequestHandler<DocumentFormattingParams> {
  @Override
  public List<TextEdit> answer(Request request, DocumentFormattingParams params) {
    Session session = request.session();
    return request
        .document(params.getTextDocument())
        .flatMap(
            document ->
                TermFormatter.format(document.terms(), FormatOptions.DEFAULT)
                    .filter(text -> !text.equals(document.terms().text()))
                    .map(text -> List.of(edit(session, document, text))))
        .orElse(List.of());
  }

  /** From the first place that differs to the last, so that the cursor elsewhere stays. */
  private static TextEdit edit(Session session, Request.Document document, String after) {
    String before = document.terms().text();
    int most = Math.min(before.length(), after.length());
    int head = 0;
    while (head < most && before.charAt(head) == after.charAt(head)) {
      head++;
    }
    head = outsideOfPairs(before, head);
    int tail = 0;
    while (tail < most - head
        && before.charAt(before.length() - 1 - tail) == after.charAt(after.length() - 1 - tail)) {
      tail++;
    }
    int end = before.length() - tail;
    int kept = outsideOfPairs(before, end) == end ? tail : tail - 1;
    return session
        .to()
        .edit(
            document.terms(),
            new Span(head, before.length() - kept),
            after.substring(head, after.length() - kept));
  }

  /** The offset, or the one before it where it is inside of a character or of a line end. */
  private static int outsideOfPairs(String text, int offset) {
    boolean inside =
        offset > 0
            && offset < text.length()
            && (Character.isSurrogatePair(text.charAt(offset - 1), text.charAt(offset))
                || (text.charAt(offset - 1) == '\r' && text.charAt(offset) == '\n'));
    return inside ? offset - 1 : offset;
  }
}
