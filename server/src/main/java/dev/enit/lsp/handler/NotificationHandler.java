package dev.enit.lsp.handler;

import dev.enit.lsp.session.Session;

/** Takes one notification, on the reading thread, in the order of the client. */
@FunctionalInterface
public interface NotificationHandler<P> {
  void take(Session session, P params);
}
