package dev.enit.lsp.session;

import java.util.concurrent.Executor;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Consumer;
import org.jspecify.annotations.Nullable;

/**
 * Work of which only the newest matters: while one piece is done, of all that arrive the last
 * follows.
 */
final class LatestOnly<T> {
  private final Executor executor;
  private final Consumer<T> work;
  private final AtomicReference<@Nullable T> next = new AtomicReference<>();
  private final AtomicBoolean running = new AtomicBoolean();

  /** A lane of its own; {@code work} must not throw. */
  LatestOnly(Executor executor, Consumer<T> work) {
    this.executor = executor;
    this.work = work;
  }

  /** Returns at once. */
  void submit(T piece) {
    next.set(piece);
    if (running.compareAndSet(false, true)) {
      executor.execute(this::run);
    }
  }

  /** Whether something newer than what is being done has arrived. */
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
