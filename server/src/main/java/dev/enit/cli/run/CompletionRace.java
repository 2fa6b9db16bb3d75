package dev.enit.cli.run;

import dev.enit.cli.command.SignalHook;

/**
 * The choice of what ends a wait: its event, or a signal that ends this program. One of them does;
 * the other has no effect.
 */
final class CompletionRace implements AutoCloseable {
  /**
   * Until {@link #byWaiting} or {@link #close}, a signal runs a task first.
   *
   * @param atSignal runs where the wait is not over
   */
  CompletionRace(Runnable atSignal) {
    SignalHook.replace(atSignal);
  }

  /** The wait is over; does not return where the signal was faster, as the program ends. */
  void byWaiting() {
    SignalHook.finish();
  }

  @Override
  public void close() {
    SignalHook.finish();
  }
}
