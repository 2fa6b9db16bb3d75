package dev.enit.lsp.handler;

import dev.enit.lsp.session.Session;

/**
 * A handler of one notification. It runs on the reading thread, in the order of the client's
 * messages.
 */
@FunctionalInterface
public interface NotificationHandler<P> {
  void take(Session session, P params);
}
