package dev.enit.lsp.handler;

import dev.enit.lsp.convert.TokenChange;
import dev.enit.lsp.session.SemanticTokensCache.Told;
import java.util.List;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensDelta;
import org.eclipse.lsp4j.SemanticTokensDeltaParams;
import org.eclipse.lsp4j.SemanticTokensEdit;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/**
 * Handles {@code textDocument/semanticTokens/full/delta}: returns how the tokens of a document
 * differ from those of the client, or all tokens if the client has others than the server last
 * sent.
 */
public final class SemanticTokensDeltaHandler implements RequestHandler<SemanticTokensDeltaParams> {
  @Override
  public Either<SemanticTokens, SemanticTokensDelta> answer(
      RequestContext request, SemanticTokensDeltaParams params) {
    return request
        .document(params.getTextDocument())
        .map(document -> changes(request, document, params.getPreviousResultId()))
        .orElseGet(() -> Either.forLeft(new SemanticTokens(List.of())));
  }

  private static Either<SemanticTokens, SemanticTokensDelta> changes(
      RequestContext request, RequestContext.Document document, String previous) {
    Told before = request.session().tokens().of(document.path());
    Told now = SemanticTokensFullHandler.now(request, document);
    if (!before.id().equals(previous)) {
      return Either.forLeft(SemanticTokensFullHandler.full(now));
    }
    TokenChange change = TokenChange.between(before.tokens().data(), now.tokens().data());
    SemanticTokensEdit edit =
        new SemanticTokensEdit(
            change.start(), change.deleted(), new BoxedIntegers(change.inserted()));
    return Either.forRight(
        new SemanticTokensDelta(change.isEmpty() ? List.of() : List.of(edit), now.id()));
  }
}
