package dev.enit.lsp.handler;

import dev.enit.core.ide.format.RangeFormatting;
import dev.enit.grammar.format.FormatOptions;
import dev.enit.grammar.term.Span;
import dev.enit.lsp.convert.ParamsReader;
import java.util.List;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.DocumentRangesFormattingParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;

/**
 * Handles {@code textDocument/rangeFormatting} and {@code textDocument/rangesFormatting}: formats
 * parts of a document as {@link FormattingHandler} formats all of it.
 */
public final class RangesFormattingHandler {
  private RangesFormattingHandler() {}

  /** Handles {@code textDocument/rangeFormatting}: formats one range of a document. */
  public static List<TextEdit> one(RequestContext request, DocumentRangeFormattingParams params) {
    return edits(
        request,
        params.getTextDocument(),
        List.of(ParamsReader.required(params.getRange(), "range")));
  }

  /**
   * Handles {@code textDocument/rangesFormatting}: formats several ranges of a document (LSP 3.18).
   */
  public static List<TextEdit> several(
      RequestContext request, DocumentRangesFormattingParams params) {
    return edits(
        request, params.getTextDocument(), ParamsReader.required(params.getRanges(), "ranges"));
  }

  private static List<TextEdit> edits(
      RequestContext request, TextDocumentIdentifier identifier, List<Range> ranges) {
    return request
        .document(identifier)
        .map(document -> edits(request, document, ranges))
        .orElse(List.of());
  }

  private static List<TextEdit> edits(
      RequestContext request, RequestContext.Document document, List<Range> ranges) {
    List<Span> spans =
        ranges.stream()
            .map(range -> request.session().from().span(document.terms(), range))
            .toList();
    return FormattingHandler.textEdits(
        request, document, RangeFormatting.edits(document.terms(), spans, FormatOptions.DEFAULT));
  }
}
