package dev.enit.lsp.handler;

import dev.enit.core.ide.hint.InlayHints;
import dev.enit.grammar.term.Span;
import dev.enit.lsp.convert.InlayHintConverter;
import dev.enit.lsp.session.Session;
import java.util.List;
import org.eclipse.lsp4j.InlayHint;
import org.eclipse.lsp4j.InlayHintParams;

/**
 * Handles {@code textDocument/inlayHint}: shows versions, effective values and units inside the
 * text.
 */
public final class InlayHintHandler implements RequestHandler<InlayHintParams> {
  @Override
  public List<InlayHint> answer(RequestContext request, InlayHintParams params) {
    return request
        .document(params.getTextDocument())
        .map(document -> hints(request, document, params))
        .orElse(List.of());
  }

  private static List<InlayHint> hints(
      RequestContext request, RequestContext.Document document, InlayHintParams params) {
    Session session = request.session();
    Span range = session.from().span(document.terms(), params.getRange());
    InlayHintConverter to =
        new InlayHintConverter(session.to(), request.workspace(), document.terms());
    session.hints().asked(request.workspace());
    return InlayHints.in(request.workspace(), document.path(), range, session.hints().kinds())
        .stream()
        .map(to::hint)
        .toList();
  }
}
