package dev.enit.cli.run;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Decides who ends a wait: what was waited for, or a signal that ends this program. One of them
 * does; the other stands back.
 */
final class Settled implements AutoCloseable {
  private final AtomicBoolean isSettled = new AtomicBoolean();
  private final Thread hook;

  /**
   * Until {@link #close}, a signal has something to do first.
   *
   * @param atSignal runs where the wait is not over
   */
  Settled(Runnable atSignal) {
    hook =
        new Thread(
            () -> {
              if (isSettled.compareAndSet(false, true)) {
                atSignal.run();
              }
            });
    Runtime.getRuntime().addShutdownHook(hook);
  }

  /** The wait is over; does not return where the signal was faster, as the program ends. */
  void byWaiting() {
    if (!isSettled.compareAndSet(false, true)) {
      try {
        new CountDownLatch(1).await();
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }

  @Override
  public void close() {
    isSettled.set(true);
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The program ends already.
    }
  }
}
