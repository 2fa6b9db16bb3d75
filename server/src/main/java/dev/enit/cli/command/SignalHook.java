package dev.enit.cli.command;

import java.util.concurrent.CountDownLatch;

/**
 * What a part of a command does when a signal ends this program. {@link Main} halts when a command
 * has ended, so that the hooks of the virtual machine run at signals alone.
 */
public final class SignalHook {
  private SignalHook() {}

  /** Has a thread started by a signal; does not return where one has come already. */
  public static void add(Thread hook) {
    try {
      Runtime.getRuntime().addShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The program ends: no further part of the command begins.
      awaitEnd();
    }
  }

  /** Takes a hook back; one that runs goes on. */
  public static void remove(Thread hook) {
    try {
      Runtime.getRuntime().removeShutdownHook(hook);
    } catch (IllegalStateException e) {
      // The program ends already.
    }
  }

  /** Waits until a signal has ended this program. */
  public static void awaitEnd() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }
}
