package dev.enit.core.cancel;

import java.util.concurrent.CancellationException;
import java.util.function.BooleanSupplier;
import org.jspecify.annotations.Nullable;

/**
 * The cancellation of the computation that a thread carries out, asked by every loop over elements
 * of files: a request that was given up must not keep its worker. It is bound to the thread for the
 * time of the computation, so that the functions between a request and a loop need not pass it on.
 * Work is stopped by this exception, never by an interrupt, which would close files that others
 * read.
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
   * Carries a computation out.
   *
   * @param isCancelled whether the result is no longer needed; asked very often
   * @throws CancellationException if a loop of the computation found that out
   */
  public static <T> @Nullable T bound(BooleanSupplier isCancelled, Computation<T> computation) {
    return ScopedValue.where(CANCELLED, isCancelled).call(computation::run);
  }

  /**
   * Ends the computation of this thread if its result is no longer needed. To be called by loops,
   * once for each element; costs nanoseconds.
   *
   * @throws CancellationException if it is not
   */
  public static void check() {
    if (CANCELLED.isBound() && CANCELLED.get().getAsBoolean()) {
      throw new CancellationException();
    }
  }
}
