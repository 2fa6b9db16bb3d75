package dev.enit.lsp.session;

import java.util.concurrent.CancellationException;

/**
 * The cancellation of an action. The action registers how its current step is stopped; that stop
 * runs at most once.
 */
public final class Cancellation {
  private boolean cancelled;
  private Runnable stop = () -> {};

  /** Cancels the action; may be called from any thread. A second call has no effect. */
  void cancel() {
    Runnable now;
    synchronized (this) {
      if (cancelled) {
        return;
      }
      cancelled = true;
      now = stop;
    }
    now.run();
  }

  /**
   * Registers how the next step is stopped; the task must be short. It runs at once if the action
   * is already cancelled.
   */
  public void by(Runnable next) {
    synchronized (this) {
      stop = next;
      if (!cancelled) {
        return;
      }
    }
    next.run();
  }

  public synchronized boolean isCancelled() {
    return cancelled;
  }

  /**
   * Checks for cancellation; to be called while nothing has begun.
   *
   * @throws CancellationException if the action is cancelled
   */
  public void check() {
    if (isCancelled()) {
      throw new CancellationException();
    }
  }
}
