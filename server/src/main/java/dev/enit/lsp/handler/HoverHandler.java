package dev.enit.lsp.handler;

import dev.enit.core.ide.HoverProvider;
import dev.enit.grammar.term.TermFile;
import dev.enit.lsp.session.Session;
import org.eclipse.lsp4j.Hover;
import org.eclipse.lsp4j.HoverParams;
import org.jspecify.annotations.Nullable;

/**
 * Handles {@code textDocument/hover}: explains the term under the cursor, with its effective value
 * and where that comes from.
 */
public final class HoverHandler implements RequestHandler<HoverParams> {
  @Override
  public @Nullable Hover answer(RequestContext request, HoverParams params) {
    Session session = request.session();
    return request
        .document(params.getTextDocument())
        .flatMap(
            document -> {
              TermFile terms = document.terms();
              int offset = session.from().offset(terms, params.getPosition());
              return HoverProvider.at(request.workspace(), document.path(), offset)
                  .map(hover -> session.to().hover(terms, hover));
            })
        .orElse(null);
  }
}
