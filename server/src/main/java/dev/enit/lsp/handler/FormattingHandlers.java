package dev.enit.lsp.handler;

import dev.enit.core.ide.format.FormattingEdits;
import dev.enit.core.ide.format.RangeFormatting;
import dev.enit.core.ide.format.TypedFormatting;
import dev.enit.core.workspace.TextChange;
import dev.enit.grammar.format.FormatOptions;
import dev.enit.grammar.term.Span;
import dev.enit.lsp.convert.ParamsReader;
import dev.enit.lsp.handler.RequestContext.Document;
import java.util.List;
import org.eclipse.lsp4j.DocumentOnTypeFormattingParams;
import org.eclipse.lsp4j.DocumentRangeFormattingParams;
import org.eclipse.lsp4j.DocumentRangesFormattingParams;
import org.eclipse.lsp4j.Range;
import org.eclipse.lsp4j.TextEdit;

/**
 * Handlers of formatting, which does what {@code enit fmt} does; the editor's indentation options
 * are ignored, or editor and command line would undo each other's work. A document with syntax
 * errors is not formatted.
 */
public final class FormattingHandlers {
  private FormattingHandlers() {}

  /** Handles {@code textDocument/formatting}: formats a document as {@code enit fmt} does. */
  public static List<TextEdit> document(RequestContext request, Document document, Object params) {
    return edits(request, document, FormattingEdits.edits(document.terms(), FormatOptions.DEFAULT));
  }

  /** Handles {@code textDocument/rangeFormatting}: formats one range of a document. */
  public static List<TextEdit> range(
      RequestContext request, Document document, DocumentRangeFormattingParams params) {
    return spans(request, document, List.of(ParamsReader.required(params.getRange(), "range")));
  }

  /**
   * Handles {@code textDocument/rangesFormatting}: formats several ranges of a document (LSP 3.18).
   */
  public static List<TextEdit> ranges(
      RequestContext request, Document document, DocumentRangesFormattingParams params) {
    return spans(request, document, ParamsReader.required(params.getRanges(), "ranges"));
  }

  private static List<TextEdit> spans(
      RequestContext request, Document document, List<Range> ranges) {
    List<Span> spans =
        ranges.stream()
            .map(range -> request.session().from().span(document.terms(), range))
            .toList();
    return edits(
        request, document, RangeFormatting.edits(document.terms(), spans, FormatOptions.DEFAULT));
  }

  /**
   * Handles {@code textDocument/onTypeFormatting}: formats the form or the element that a typed
   * character ends, or indents the new line.
   */
  public static List<TextEdit> onType(
      RequestContext request, Document document, DocumentOnTypeFormattingParams params) {
    String typed = ParamsReader.required(params.getCh(), "ch");
    int offset = request.offset(document, params.getPosition());
    return edits(
        request,
        document,
        TypedFormatting.edits(document.terms(), offset, typed, FormatOptions.DEFAULT));
  }

  private static List<TextEdit> edits(
      RequestContext request, Document document, List<TextChange> changes) {
    return changes.stream()
        .map(edit -> request.session().to().edit(document.terms(), edit.span(), edit.text()))
        .toList();
  }
}
