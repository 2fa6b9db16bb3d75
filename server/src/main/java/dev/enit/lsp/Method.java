package dev.enit.lsp;

import com.google.gson.JsonObject;
import dev.enit.lsp.handler.NotificationHandler;
import dev.enit.lsp.handler.RequestHandler;
import java.util.function.Function;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.eclipse.lsp4j.TextDocumentPositionParams;
import org.jspecify.annotations.Nullable;

/** A method of the protocol that clients can call. */
sealed interface Method {
  String name();

  /** Returns the type of its parameters. */
  Class<?> params();

  /**
   * A method that begins or ends the session. {@link ServerLifecycle} handles it on the reading
   * thread.
   */
  record Lifecycle(String name) implements Method {
    @Override
    public Class<?> params() {
      return JsonObject.class;
    }
  }

  /** A notification, handled on the reading thread. */
  record Notification<P>(String name, Class<P> params, NotificationHandler<? super P> handler)
      implements Method {}

  /**
   * A request, handled on another thread with the snapshot of its arrival.
   *
   * @param lane the queue of the request
   * @param document returns the document if the request concerns all of it, so that a later request
   *     supersedes it; otherwise {@code null}
   */
  record Request<P>(
      String name,
      Capability capability,
      Class<P> params,
      RequestHandler<? super P> handler,
      Lane lane,
      Function<? super P, @Nullable TextDocumentIdentifier> document)
      implements Method {

    /** Creates a request that no later one supersedes. */
    Request(
        String name,
        Capability capability,
        Class<P> params,
        Lane lane,
        RequestHandler<? super P> handler) {
      this(name, capability, params, handler, lane, _ -> null);
    }

    /** Creates a request of {@link Lane#DOCUMENT} that a later one supersedes. */
    static <P> Request<P> onDocument(
        String name,
        Capability capability,
        Class<P> params,
        Function<? super P, @Nullable TextDocumentIdentifier> document,
        RequestHandler.OnDocument<? super P> handler,
        Object otherwise) {
      RequestHandler<P> onDocument = RequestHandler.onDocument(document, handler, otherwise);
      return new Request<>(name, capability, params, onDocument, Lane.DOCUMENT, document);
    }

    /** Creates a request of {@link Lane#CURSOR} on a position. */
    static <P extends TextDocumentPositionParams> Request<P> atCursor(
        String name,
        Capability capability,
        Class<P> params,
        RequestHandler.AtPosition<? super P> handler,
        @Nullable Object otherwise) {
      RequestHandler<P> atPosition = RequestHandler.atPosition(handler, otherwise);
      return new Request<>(name, capability, params, Lane.CURSOR, atPosition);
    }
  }
}
