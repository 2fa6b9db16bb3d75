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
 * The new layout of some lines of a document; see {@link FormattingHandler} for whose layout that
 * is.
 */
public final class RangesFormattingHandler {
  private RangesFormattingHandler() {}

  /** One range in its new layout. */
  public static List<TextEdit> one(RequestContext request, DocumentRangeFormattingParams params) {
    return edits(
        request,
        params.getTextDocument(),
        List.of(ParamsReader.required(params.getRange(), "range")));
  }

  /** Several ranges in their new layout, as LSP 3.18 has it. */
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
