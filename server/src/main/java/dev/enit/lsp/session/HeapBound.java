package dev.enit.lsp.session;

import java.nio.file.Path;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.LongSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The trigger of garbage collections before the heap has grown to several times what is in use. The
 * serial collector, which needs the least memory and starts fastest, enlarges the old generation up
 * to {@code -Xmx} before its first collection: two gigabytes after some minutes of typing in a file
 * that needs fifty megabytes.
 */
public final class HeapBound implements SessionListener {
  /** The heap in use below which nothing is collected, in bytes. */
  private static final long LEAST = 48L << 20;

  /** The same during a pause of the user, which a collection does not disturb. */
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
   * Creates one for a test.
   *
   * @param pause the time without a change that counts as a pause, in milliseconds
   * @param used returns the bytes in use, including garbage
   * @param collect collects the garbage
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

  /** Checks the heap; to be called after every change of a document. Returns at once. */
  @Override
  public void workspaceChanged(@Nullable Path edited) {
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
