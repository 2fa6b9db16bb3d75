package dev.enit.lsp.rpc;

import org.jspecify.annotations.Nullable;

/** A receiver of the client's messages: one at a time, in their order, on the reading thread. */
public interface MessageReceiver {
  /** A request; to be answered now or later, from any thread. */
  void request(PendingRequest call);

  /**
   * A notification.
   *
   * @param params of the type that the method's table declares; {@code null} where there are none
   */
  void notification(String method, @Nullable Object params);

  /** An answer to a request of the server; what takes it stands in the task. */
  void answer(Runnable task);

  /** Something that cannot be answered because nobody asked: to be logged. */
  void oddity(String text);

  /** The client takes no more messages; from any thread, and more than once. */
  void disconnected();

  /** Whether to go on reading. */
  boolean isListening();
}
