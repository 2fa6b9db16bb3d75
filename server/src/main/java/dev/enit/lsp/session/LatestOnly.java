package dev.enit.lsp.session;

import java.util.concurrent.CancellationException;
import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * A queue of one task: runs only the newest of the tasks that are submitted while one is running.
 */
final class LatestOnly<T> {
  private final Executor executor;
  private final Consumer<T> work;
  private final Consumer<Throwable> fault;
  private final AtomicReference<@Nullable T> next = new AtomicReference<>();
  private final AtomicBoolean running = new AtomicBoolean();

  /**
   * Creates a queue.
   *
   * @param work the task; ends with a {@link CancellationException} where a newer one follows
   * @param fault is given any other exception of the task
   */
  LatestOnly(Executor executor, Consumer<T> work, Consumer<Throwable> fault) {
    this.executor = executor;
    this.work = work;
    this.fault = fault;
  }

  /** Submits a task and returns at once. */
  void submit(T piece) {
    next.set(piece);
    if (running.compareAndSet(false, true)) {
      executor.execute(this::run);
    }
  }

  /** Returns whether a newer task than the running one has been submitted. */
  boolean isOvertaken() {
    return next.get() != null;
  }

  private void run() {
    T piece = next.getAndSet(null);
    if (piece != null) {
      try {
        work.accept(piece);
      } catch (CancellationException overtaken) {
        // The newer task does all of the work.
      } catch (RuntimeException | StackOverflowError | OutOfMemoryError e) {
        fault.accept(e);
      }
    }
    running.set(false);
    if (next.get() != null && running.compareAndSet(false, true)) {
      executor.execute(this::run);
    }
  }
}
