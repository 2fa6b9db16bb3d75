package dev.enit.cli.run;

import dev.enit.cli.command.SignalHook;
import java.util.concurrent.atomic.AtomicBoolean;

/**
 * Decides who ends a wait: what was waited for, or a signal that ends this program. One of them
 * does; the other stands back.
 */
final class CompletionRace implements AutoCloseable {
  private final AtomicBoolean isSettled = new AtomicBoolean();
  private final Thread hook;

  /**
   * Until {@link #close}, a signal has something to do first.
   *
   * @param atSignal runs where the wait is not over
   */
  CompletionRace(Runnable atSignal) {
    hook =
        new Thread(
            () -> {
              if (isSettled.compareAndSet(false, true)) {
                atSignal.run();
              }
            });
    SignalHook.add(hook);
  }

  /** The wait is over; does not return where the signal was faster, as the program ends. */
  void byWaiting() {
    if (!isSettled.compareAndSet(false, true)) {
      SignalHook.awaitEnd();
    }
  }

  @Override
  public void close() {
    isSettled.set(true);
    SignalHook.remove(hook);
  }
}
