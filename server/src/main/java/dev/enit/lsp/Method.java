package dev.enit.lsp;

import com.google.gson.JsonObject;
import dev.enit.lsp.handler.NotificationHandler;
import dev.enit.lsp.handler.RequestHandler;

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
  record Ordered<P>(String name, Class<P> params, NotificationHandler<? super P> handler)
      implements Method {}

  /** A request, answered from a snapshot on another thread. */
  record Answered<P>(String name, Class<P> params, RequestHandler<? super P> handler)
      implements Method {}
}
