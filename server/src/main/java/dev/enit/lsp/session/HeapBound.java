package dev.enit.lsp.session;

import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;

/**
 * Has garbage collected before the heap has grown to several times what is in use. The serial
 * collector, which needs the least memory and starts fastest, enlarges the old generation up to
 * {@code -Xmx} before it collects it for the first time: two gigabytes after some minutes of typing
 * in a file that takes fifty megabytes.
 */
public final class HeapBound {
  /** Below this nothing is collected, in bytes. */
  private static final long LEAST = 48L << 20;

  /** In the pause of a user, which a collection does not disturb. */
  private static final long LEAST_IDLE = 32L << 20;

  private static final long PAUSE = 1_000;

  private final WorkerThreads workers;
  private final long pause;
  private final LongSupplier used;
  private final Runnable collect;
  private final AtomicBoolean isCollecting = new AtomicBoolean();
  private final AtomicBoolean isWaiting = new AtomicBoolean();
  private volatile long live;
  private volatile long lastChange;

  HeapBound(WorkerThreads workers) {
    this(workers, PAUSE, HeapBound::inUse, System::gc);
  }

  /**
   * One that a test can drive.
   *
   * @param pause how long after a change a user pauses, in milliseconds
   * @param used how many bytes are in use, garbage included
   * @param collect frees what is garbage
   */
  HeapBound(WorkerThreads workers, long pause, LongSupplier used, Runnable collect) {
    this.workers = workers;
    this.pause = pause;
    this.used = used;
    this.collect = collect;
  }

  private static long inUse() {
    Runtime runtime = Runtime.getRuntime();
    return runtime.totalMemory() - runtime.freeMemory();
  }

  /** To be called after every change of a document; returns at once. */
  public void changed() {
    lastChange = System.nanoTime();
    if (used.getAsLong() > Math.max(LEAST, 3 * live)) {
      collect();
    } else if (isWaiting.compareAndSet(false, true)) {
      var _ = workers.after(pause, this::idle);
    }
  }

  private void idle() {
    long since = (System.nanoTime() - lastChange) / 1_000_000;
    if (since < pause) {
      var _ = workers.after(pause - since, this::idle);
      return;
    }
    isWaiting.set(false);
    if (used.getAsLong() > Math.max(LEAST_IDLE, live + live / 2)) {
      collect();
    }
  }

  private void collect() {
    if (isCollecting.compareAndSet(false, true)) {
      workers
          .disk()
          .execute(
              () -> {
                collect.run();
                live = used.getAsLong();
                isCollecting.set(false);
              });
    }
  }
}
