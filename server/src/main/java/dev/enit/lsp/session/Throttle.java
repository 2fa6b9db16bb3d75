package dev.enit.lsp.session;

import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Work that is asked for often and done now and then: once after a pause for all that asked in it.
 */
final class Throttle {
  private final WorkerThreads workers;
  private final long pause;
  private final Runnable work;
  private final AtomicBoolean isDue = new AtomicBoolean();

  /**
   * Nothing is due yet.
   *
   * @param pause in milliseconds
   * @param work short
   */
  Throttle(WorkerThreads workers, long pause, Runnable work) {
    this.workers = workers;
    this.pause = pause;
    this.work = work;
  }

  /** Returns at once. */
  void call() {
    if (isDue.compareAndSet(false, true)) {
      var _ = workers.after(pause, this::run);
    }
  }

  private void run() {
    isDue.set(false);
    work.run();
  }
}
