package dev.enit.lsp.handler;

import dev.enit.grammar.term.Span;
import dev.enit.lsp.convert.EncodedTokens;
import dev.enit.lsp.session.Session;
import java.util.List;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensRangeParams;

/** Handles {@code textDocument/semanticTokens/range}: returns the tokens of the visible lines. */
public final class SemanticTokensRangeHandler implements RequestHandler<SemanticTokensRangeParams> {
  @Override
  public SemanticTokens answer(RequestContext request, SemanticTokensRangeParams params) {
    return request
        .document(params.getTextDocument())
        .map(document -> tokens(request.session(), document, params))
        .orElseGet(() -> new SemanticTokens(List.of()));
  }

  private static SemanticTokens tokens(
      Session session, RequestContext.Document document, SemanticTokensRangeParams params) {
    Span range = session.from().span(document.terms(), params.getRange());
    return new SemanticTokens(
        new BoxedIntegers(
            EncodedTokens.in(
                session.client().encoding(),
                document.path(),
                document.terms(),
                range,
                session.tokens().of(document.path()).tokens())));
  }
}
