package dev.enit.lsp.session;

import dev.enit.lsp.rpc.Connection;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * The sender of refresh requests, at most one at a time: a change during a request leads to another
 * one after the client's response.
 */
final class RefreshRequester {
  private final Connection connection;
  private final String method;
  private final AtomicBoolean running = new AtomicBoolean();
  private volatile boolean again;

  /** Creates the sender of one request, such as {@code workspace/diagnostic/refresh}. */
  RefreshRequester(Connection connection, String method) {
    this.connection = connection;
    this.method = method;
  }

  /** Requests a refresh and returns at once. */
  void ask() {
    again = true;
    next();
  }

  private void next() {
    if (again && running.compareAndSet(false, true)) {
      again = false;
      connection.ask(
          method,
          null,
          (_, _) -> {
            running.set(false);
            next();
          });
    }
  }
}
