package dev.enit.lsp.handler;

import dev.enit.core.ide.reference.Highlights;
import dev.enit.lsp.convert.LocationConverter;
import java.util.List;
import org.eclipse.lsp4j.DocumentHighlight;
import org.eclipse.lsp4j.DocumentHighlightParams;

/**
 * Handles {@code textDocument/documentHighlight}: finds the other occurrences of the name under the
 * cursor, or the matching bracket.
 */
public final class DocumentHighlightHandler implements RequestHandler<DocumentHighlightParams> {
  @Override
  public List<DocumentHighlight> answer(RequestContext request, DocumentHighlightParams params) {
    LocationConverter to = new LocationConverter(request.session().to(), request.workspace());
    return request
        .document(params.getTextDocument())
        .map(
            document -> {
              int offset = request.offset(document, params.getPosition());
              return Highlights.at(request.workspace(), document.path(), offset).stream()
                  .map(highlight -> to.highlight(document.terms(), highlight))
                  .toList();
            })
        .orElse(List.of());
  }
}
