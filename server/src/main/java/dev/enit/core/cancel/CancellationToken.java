package dev.enit.core.cancel;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The cancellation of a thread's computation. Every loop over elements of files checks it, so that
 * a cancelled request frees its worker. It is bound to the thread while the computation runs, so
 * that the functions between a request and a loop need not pass it on. Work is stopped by a {@link
 * CancellationException}, never by an interrupt, which would close files that other threads read.
 */
public final class CancellationToken {
  private static final ScopedValue<BooleanSupplier> CANCELLED = ScopedValue.newInstance();

  private CancellationToken() {}

  /** A computation with a result. */
  @FunctionalInterface
  public interface Computation<T> {
    /** Returns the result. */
    @Nullable T run();
  }

  /**
   * Runs a computation with its cancellation.
   *
   * @param isCancelled whether the result is no longer needed; called very often
   * @throws CancellationException if a loop of the computation was cancelled
   */
  public static <T> @Nullable T bound(BooleanSupplier isCancelled, Computation<T> computation) {
    return ScopedValue.where(CANCELLED, isCancelled).call(computation::run);
  }

  /**
   * Ends the computation of this thread if it was cancelled. Loops call it once for each element;
   * it costs nanoseconds.
   *
   * @throws CancellationException if the result is no longer needed
   */
  public static void check() {
    if (CANCELLED.isBound() && CANCELLED.get().getAsBoolean()) {
      throw new CancellationException();
    }
  }
}
