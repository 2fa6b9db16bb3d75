package dev.enit.lsp.handler;

import dev.enit.core.ide.format.TypedFormatting;
import dev.enit.grammar.format.FormatOptions;
import dev.enit.lsp.convert.FromLsp;
import java.util.List;
import org.eclipse.lsp4j.DocumentOnTypeFormattingParams;
import org.eclipse.lsp4j.TextEdit;

/** What is put in order behind a character that was typed. */
public final class FormatTyped implements RequestHandler<DocumentOnTypeFormattingParams> {
  @Override
  public List<TextEdit> answer(Request request, DocumentOnTypeFormattingParams params) {
    String typed = FromLsp.required(params.getCh(), "ch");
    return request
        .document(params.getTextDocument())
        .map(document -> edits(request, document, params, typed))
        .orElse(List.of());
  }

  private static List<TextEdit> edits(
      Request request,
      Request.Document document,
      DocumentOnTypeFormattingParams params,
      String typed) {
    int offset = request.session().from().offset(document.terms(), params.getPosition());
    return Formatting.textEdits(
        request,
        document,
        TypedFormatting.edits(document.terms(), offset, typed, FormatOptions.DEFAULT));
  }
}
