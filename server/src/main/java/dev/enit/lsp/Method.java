package dev.enit.lsp;

import com.google.gson.JsonObject;
import dev.enit.lsp.handler.NotificationHandler;
import dev.enit.lsp.handler.RequestHandler;
import java.util.function.Function;
import org.eclipse.lsp4j.TextDocumentIdentifier;
import org.jspecify.annotations.Nullable;

/** One method that clients can call. */
sealed interface Method {
  String name();

  /** The type of its parameters. */
  Class<?> params();

  /** Begins or ends the session; the server itself takes it, on the reading thread. */
  record Lifecycle(String name) implements Method {
    @Override
    public Class<?> params() {
      return JsonObject.class;
    }
  }

  /** A notification, taken on the reading thread. */
  record Notification<P>(String name, Class<P> params, NotificationHandler<? super P> handler)
      implements Method {}

  /**
   * A request, answered from a snapshot on another thread.
   *
   * @param lane the queue that it waits in
   * @param document the document that a request is about as a whole, which a later one supersedes
   */
  record Request<P>(
      String name,
      Class<P> params,
      RequestHandler<? super P> handler,
      Lane lane,
      Function<? super P, @Nullable TextDocumentIdentifier> document)
      implements Method {

    /** One of {@link Lane#CURSOR}. */
    Request(String name, Class<P> params, RequestHandler<? super P> handler) {
      this(name, params, handler, Lane.CURSOR, _ -> null);
    }

    /** One of {@link Lane#DOCUMENT}. */
    static <P> Request<P> ofDocument(
        String name,
        Class<P> params,
        Function<? super P, @Nullable TextDocumentIdentifier> document,
        RequestHandler<? super P> handler) {
      return new Request<>(name, params, handler, Lane.DOCUMENT, document);
    }

    /**
     * One of {@link Lane#DOCUMENT} that asks of a part of the document, and supersedes no other.
     */
    static <P> Request<P> ofEditor(
        String name, Class<P> params, RequestHandler<? super P> handler) {
      return new Request<>(name, params, handler, Lane.DOCUMENT, _ -> null);
    }

    /** One of {@link Lane#WORKSPACE}. */
    static <P> Request<P> ofWorkspace(
        String name, Class<P> params, RequestHandler<? super P> handler) {
      return new Request<>(name, params, handler, Lane.WORKSPACE, _ -> null);
    }
  }
}
