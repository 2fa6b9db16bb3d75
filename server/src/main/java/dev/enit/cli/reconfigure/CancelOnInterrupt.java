package dev.enit.cli.reconfigure;

import dev.enit.cli.command.SignalHook;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * A signal while something runs that must not be left half done: it is cancelled, again and again
 * until it has ended, and the part that waits for it says how. The process ends when that is said.
 */
final class CancelOnInterrupt implements AutoCloseable {
  private static final long AGAIN_MILLIS = 100;
  private static final long LAST_WORDS_MILLIS = 5000;

  private final Runnable first;
  private final Runnable cancel;
  private final CountDownLatch end = new CountDownLatch(1);

  private CancelOnInterrupt(Runnable first, Runnable cancel) {
    this.first = first;
    this.cancel = cancel;
  }

  /**
   * From now on.
   *
   * @param first is run once, before all else
   */
  static CancelOnInterrupt calling(Runnable first, Runnable cancel) {
    CancelOnInterrupt interruption = new CancelOnInterrupt(first, cancel);
    SignalHook.replaceAndGoOn(interruption::interrupted);
    return interruption;
  }

  private void interrupted() {
    try {
      first.run();
      do {
        cancel.run();
      } while (!end.await(AGAIN_MILLIS, TimeUnit.MILLISECONDS));
      // The process ends as soon as the last words are said: it halts, hook or not.
      Thread.sleep(LAST_WORDS_MILLIS);
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  @Override
  public void close() {
    end.countDown();
  }
}
