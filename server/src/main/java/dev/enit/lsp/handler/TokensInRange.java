package dev.enit.lsp.handler;

import dev.enit.grammar.term.Span;
import dev.enit.lsp.convert.TokenData;
import dev.enit.lsp.session.Session;
import java.util.List;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensRangeParams;

/** What each piece of the lines that the user sees is. */
public final class TokensInRange implements RequestHandler<SemanticTokensRangeParams> {
  @Override
  public SemanticTokens answer(Request request, SemanticTokensRangeParams params) {
    return request
        .document(params.getTextDocument())
        .map(document -> tokens(request.session(), document, params))
        .orElseGet(() -> new SemanticTokens(List.of()));
  }

  private static SemanticTokens tokens(
      Session session, Request.Document document, SemanticTokensRangeParams params) {
    Span range = session.from().span(document.terms(), params.getRange());
    return new SemanticTokens(
        new Numbers(
            TokenData.in(
                session.client().encoding(),
                document.path(),
                document.terms(),
                range,
                session.tokens().of(document.path()).tokens())));
  }
}
