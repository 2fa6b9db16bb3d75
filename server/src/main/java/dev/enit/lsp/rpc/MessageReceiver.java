package dev.enit.lsp.rpc;

import org.jspecify.annotations.Nullable;

/**
 * The receiver of the client's messages: called with one at a time, in their order, on the reading
 * thread.
 */
public interface MessageReceiver {
  /** Handles a request; the response may be sent later, from any thread. */
  void request(PendingRequest call);

  /**
   * Handles a notification.
   *
   * @param params parameters of the type that the table of methods declares, or {@code null} if
   *     there are none
   */
  void notification(String method, @Nullable Object params);

  /** Runs the callback for the client's response to a request of the server. */
  void answer(Runnable task);

  /** Logs a message that cannot be answered, since it is not a request. */
  void oddity(String text);

  /** Handles the disconnection of the client; called from any thread, possibly more than once. */
  void disconnected();

  /** Returns whether to continue reading. */
  boolean isListening();
}
