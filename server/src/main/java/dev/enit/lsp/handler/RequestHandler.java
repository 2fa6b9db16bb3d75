package dev.enit.lsp.handler;

import dev.enit.lsp.handler.RequestContext.Document;
import java.util.function.Function;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.jspecify.annotations.Nullable;

/**
 * A handler of one request. It runs on a worker thread with the snapshot of the request; what it
 * throws becomes the error of this one response.
 */
@FunctionalInterface
public interface RequestHandler<P> {
  /** Returns the result in the types of the protocol, or {@code null} for none. */
  @Nullable Object answer(RequestContext request, P params);

  /** A handler of a request on a document. */
  @FunctionalInterface
  interface OnDocument<P> {
    @Nullable Object answer(RequestContext request, Document document, P params);
  }

  /** A handler of a request on a position in a document. */
  @FunctionalInterface
  interface AtPosition<P> {
    @Nullable Object answer(RequestContext request, Document document, int offset, P params);
  }

  /**
   * Returns the handler of a request on a document.
   *
   * @param identifier returns the document of the parameters
   * @param otherwise the result where there is no such document, see {@link
   *     RequestContext#document}
   */
  static <P> RequestHandler<P> onDocument(
      Function<? super P, @Nullable TextDocumentIdentifier> identifier,
      OnDocument<? super P> handler,
      @Nullable Object otherwise) {
    return (request, params) -> {
      Document document = request.document(identifier.apply(params)).orElse(null);
      return document == null ? otherwise : handler.answer(request, document, params);
    };
  }

  /** Returns the handler of a request on a position, as {@link #onDocument} does. */
  static <P extends TextDocumentPositionParams> RequestHandler<P> atPosition(
      AtPosition<? super P> handler, @Nullable Object otherwise) {
    return onDocument(
        TextDocumentPositionParams::getTextDocument,
        (request, document, params) ->
            handler.answer(
                request, document, request.offset(document, params.getPosition()), params),
        otherwise);
  }
}
