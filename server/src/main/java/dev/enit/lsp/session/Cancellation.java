package dev.enit.lsp.session;

import java.util.concurrent.CancellationException;

/**
 * Whether somebody has taken back what is being done. What is done says how it is stopped, from
 * step to step; that way is taken once.
 */
public final class Cancellation {
  private boolean cancelled;
  private Runnable way = () -> {};

  /** From any thread; again it does nothing. */
  void cancel() {
    Runnable now;
    synchronized (this) {
      if (cancelled) {
        return;
      }
      cancelled = true;
      now = way;
    }
    now.run();
  }

  /** How the next step is stopped; must not take long. It is taken at once where it is late. */
  public void by(Runnable next) {
    synchronized (this) {
      way = next;
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
   * To be called where nothing has been begun.
   *
   * @throws CancellationException where it was taken back
   */
  public void check() {
    if (isCancelled()) {
      throw new CancellationException();
    }
  }
}
