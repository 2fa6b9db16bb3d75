package dev.enit.lsp.handler;

import dev.enit.core.workspace.TextChange;
import dev.enit.grammar.format.FormatOptions;
import java.util.List;
import org.eclipse.lsp4j.DocumentFormattingParams;
import org.eclipse.lsp4j.TextEdit;

/**
 * Handles {@code textDocument/formatting}: formats a document as {@code enit fmt} does; the
 * editor's indentation options are ignored, or editor and command line would undo each other's
 * work. A document with syntax errors is not formatted.
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

  /** Converts changes of a document to edits of the protocol. */
  static List<TextEdit> textEdits(
      RequestContext request, RequestContext.Document document, List<TextChange> edits) {
    return edits.stream()
        .map(edit -> request.session().to().edit(document.terms(), edit.span(), edit.text()))
        .toList();
  }
}
