package dev.enit.lsp.handler;

import dev.enit.core.workspace.TextChange;
import dev.enit.grammar.format.FormatOptions;
import java.util.List;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.TextEdit;

/**
 * A document in its new layout, the same as that of {@code enit fmt}: what an editor says of tabs
 * does not count, or the two would undo each other's work. A broken document is left alone.
 */
public final class FormattingHandler implements RequestHandler<DocumentFormattingParams> {
  @Override
  public List<TextEdit> answer(RequestContext request, DocumentFormattingParams params) {
    return request
        .document(params.getTextDocument())
        .map(document -> edits(request, document))
        .orElse(List.of());
  }

  private static List<TextEdit> edits(RequestContext request, RequestContext.Document document) {
    return textEdits(
        request,
        document,
        dev.enit.core.ide.format.FormattingEdits.edits(document.terms(), FormatOptions.DEFAULT));
  }

  /** Changes of a document in the client's words. */
  static List<TextEdit> textEdits(
      RequestContext request, RequestContext.Document document, List<TextChange> edits) {
    return edits.stream()
        .map(edit -> request.session().to().edit(document.terms(), edit.span(), edit.text()))
        .toList();
  }
}
