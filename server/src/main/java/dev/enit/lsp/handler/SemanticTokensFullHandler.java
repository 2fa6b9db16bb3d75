package dev.enit.lsp.handler;

import dev.enit.lsp.session.SemanticTokensCache.Told;
import java.util.List;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensParams;

/** Handles {@code textDocument/semanticTokens/full}: returns the tokens of a document. */
public final class SemanticTokensFullHandler implements RequestHandler<SemanticTokensParams> {
  @Override
  public SemanticTokens answer(RequestContext request, SemanticTokensParams params) {
    return request
        .document(params.getTextDocument())
        .map(document -> full(now(request, document)))
        .orElseGet(() -> new SemanticTokens(List.of()));
  }

  static Told now(RequestContext request, RequestContext.Document document) {
    boolean open = request.workspace().openFiles().contains(document.path());
    return request.session().tokens().now(document.path(), document.terms(), open);
  }

  static SemanticTokens full(Told told) {
    return new SemanticTokens(told.id(), new BoxedIntegers(told.tokens().data()));
  }
}
