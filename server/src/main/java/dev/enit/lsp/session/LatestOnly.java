package dev.enit.lsp.session;

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
  private final AtomicReference<@Nullable T> next = new AtomicReference<>();
  private final AtomicBoolean running = new AtomicBoolean();

  /** Creates a queue; {@code work} must not throw. */
  LatestOnly(Executor executor, Consumer<T> work) {
    this.executor = executor;
    this.work = work;
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
      work.accept(piece);
    }
    running.set(false);
    if (next.get() != null && running.compareAndSet(false, true)) {
      executor.execute(this::run);
    }
  }
}
