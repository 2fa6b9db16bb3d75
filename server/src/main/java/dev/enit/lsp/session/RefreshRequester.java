package dev.enit.lsp.session;

import dev.enit.lsp.rpc.Connection;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Asks the client to ask again, one request at a time: what changes meanwhile is asked for when the
 * client has answered.
 */
final class RefreshRequester {
  private final Connection connection;
  private final String method;
  private final AtomicBoolean running = new AtomicBoolean();
  private volatile boolean again;

  /** Of one kind of answers, such as {@code workspace/diagnostic/refresh}. */
  RefreshRequester(Connection connection, String method) {
    this.connection = connection;
    this.method = method;
  }

  /** Returns at once. */
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
