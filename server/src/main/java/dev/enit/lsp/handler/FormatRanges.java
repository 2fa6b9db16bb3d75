package dev.enit.lsp.handler;

import dev.enit.core.ide.format.RangeFormatting;
import dev.enit.grammar.format.FormatOptions;
import dev.enit.grammar.term.Span;
import dev.enit.lsp.convert.FromLsp;
import java.util.List;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.DocumentRangesFormattingParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextEdit;

/** The new layout of some lines of a document; see {@link Formatting} for whose layout that is. */
public final class FormatRanges {
  private FormatRanges() {}

  /** One range in its new layout. */
  public static List<TextEdit> one(Request request, DocumentRangeFormattingParams params) {
    return edits(
        request, params.getTextDocument(), List.of(FromLsp.required(params.getRange(), "range")));
  }

  /** Several ranges in their new layout, as LSP 3.18 has it. */
  public static List<TextEdit> several(Request request, DocumentRangesFormattingParams params) {
    return edits(request, params.getTextDocument(), FromLsp.required(params.getRanges(), "ranges"));
  }

  private static List<TextEdit> edits(
      Request request, TextDocumentIdentifier identifier, List<Range> ranges) {
    return request
        .document(identifier)
        .map(document -> edits(request, document, ranges))
        .orElse(List.of());
  }

  private static List<TextEdit> edits(
      Request request, Request.Document document, List<Range> ranges) {
    List<Span> spans =
        ranges.stream()
            .map(range -> request.session().from().span(document.terms(), range))
            .toList();
    return Formatting.textEdits(
        request, document, RangeFormatting.edits(document.terms(), spans, FormatOptions.DEFAULT));
  }
}
