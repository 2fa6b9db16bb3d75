package dev.enit.lsp.handler;

import dev.enit.grammar.term.Span;
import dev.enit.lsp.convert.EncodedTokens;
import dev.enit.lsp.convert.TokenChange;
import dev.enit.lsp.handler.RequestContext.Document;
import dev.enit.lsp.session.SemanticTokensCache.Told;
import dev.enit.lsp.session.Session;
import java.util.AbstractList;
import java.util.List;
import java.util.RandomAccess;
import org.eclipse.lsp4j.SemanticTokens;
import org.eclipse.lsp4j.SemanticTokensDelta;
import org.eclipse.lsp4j.SemanticTokensDeltaParams;
import org.eclipse.lsp4j.SemanticTokensEdit;
import org.eclipse.lsp4j.SemanticTokensRangeParams;
import org.eclipse.lsp4j.jsonrpc.messages.Either;

/** Handlers of semantic tokens, the highlighting that knows what a name means. */
public final class SemanticTokensHandlers {
  private SemanticTokensHandlers() {}

  /** Handles {@code textDocument/semanticTokens/full}: returns the tokens of a document. */
  public static SemanticTokens full(RequestContext request, Document document, Object params) {
    return tokens(now(request, document));
  }

  /**
   * Handles {@code textDocument/semanticTokens/full/delta}: returns how the tokens of a document
   * differ from those of the client, or all tokens if the client has others than the server last
   * sent.
   */
  public static Either<SemanticTokens, SemanticTokensDelta> delta(
      RequestContext request, Document document, SemanticTokensDeltaParams params) {
    Told before = request.session().tokens().of(document.path());
    Told now = now(request, document);
    if (!before.id().equals(params.getPreviousResultId())) {
      return Either.forLeft(tokens(now));
    }
    TokenChange change = TokenChange.between(before.tokens().data(), now.tokens().data());
    SemanticTokensEdit edit =
        new SemanticTokensEdit(
            change.start(), change.deleted(), new BoxedIntegers(change.inserted()));
    return Either.forRight(
        new SemanticTokensDelta(change.isEmpty() ? List.of() : List.of(edit), now.id()));
  }

  /** Handles {@code textDocument/semanticTokens/range}: returns the tokens of the visible lines. */
  public static SemanticTokens range(
      RequestContext request, Document document, SemanticTokensRangeParams params) {
    Session session = request.session();
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

  private static Told now(RequestContext request, Document document) {
    boolean open = request.workspace().openFiles().contains(document.path());
    return request.session().tokens().now(document.path(), document.terms(), open);
  }

  private static SemanticTokens tokens(Told told) {
    return new SemanticTokens(told.id(), new BoxedIntegers(told.tokens().data()));
  }

  /** A list of integers, as LSP4J takes them, backed by an array: no object per number. */
  private static final class BoxedIntegers extends AbstractList<Integer> implements RandomAccess {
    private final int[] numbers;

    BoxedIntegers(int... numbers) {
      this.numbers = numbers;
    }

    @Override
    public Integer get(int index) {
      return numbers[index];
    }

    @Override
    public int size() {
      return numbers.length;
    }
  }
}
