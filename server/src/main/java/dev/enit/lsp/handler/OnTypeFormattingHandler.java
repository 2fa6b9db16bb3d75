package dev.enit.lsp.handler;

import dev.enit.core.ide.format.TypedFormatting;
import dev.enit.grammar.format.FormatOptions;
import dev.enit.lsp.convert.ParamsReader;
import java.util.List;
import org.eclipse.lsp4j.DocumentOnTypeFormattingParams;
import org.eclipse.lsp4j.TextEdit;

/**
 * Handles {@code textDocument/onTypeFormatting}: formats the form or the element that a typed
 * character ends, or indents the new line.
 */
public final class OnTypeFormattingHandler
    implements RequestHandler<DocumentOnTypeFormattingParams> {
  @Override
  public List<TextEdit> answer(RequestContext request, DocumentOnTypeFormattingParams params) {
    String typed = ParamsReader.required(params.getCh(), "ch");
    return request
        .document(params.getTextDocument())
        .map(document -> edits(request, document, params, typed))
        .orElse(List.of());
  }

  private static List<TextEdit> edits(
      RequestContext request,
      RequestContext.Document document,
      DocumentOnTypeFormattingParams params,
      String typed) {
    int offset = request.session().from().offset(document.terms(), params.getPosition());
    return FormattingHandler.textEdits(
        request,
        document,
        TypedFormatting.edits(document.terms(), offset, typed, FormatOptions.DEFAULT));
  }
}
