package dev.enit.lsp.session;

import java.util.concurrent.atomic.AtomicBoolean;

/** A throttle: runs a task once per pause for all calls during it. */
final class Throttle {
  private final WorkerThreads workers;
  private final long pause;
  private final Runnable work;
  private final AtomicBoolean isDue = new AtomicBoolean();

  /**
   * Creates a throttle.
   *
   * @param pause the pause in milliseconds
   * @param work the task, which must be short
   */
  Throttle(WorkerThreads workers, long pause, Runnable work) {
    this.workers = workers;
    this.pause = pause;
    this.work = work;
  }

  /** Requests a run and returns at once. */
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
