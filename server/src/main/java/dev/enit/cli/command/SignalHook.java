package dev.enit.cli.command;

import java.util.concurrent.CountDownLatch;
import java.util.concurrent.TimeUnit;

/**
 * The response of this program to a signal that ends it: one task at a time, that of the part of
 * the command that runs. There is no moment between two parts without one. {@code Main} halts when
 * a command has ended, so that the hooks of the virtual machine run at signals alone.
 */
public final class SignalHook {
  private static final long TO_FINISH_MILLIS = 1000;
  private static final Object LOCK = new Object();
  private static final CountDownLatch FINISHED = new CountDownLatch(1);

  private static Runnable task = SignalHook::nothing;
  private static boolean isFinishing;
  private static boolean isLeftToCommand;
  private static boolean isSignalled;

  private SignalHook() {}

  /** Has signals run the task of this class, and says first what is true before any work. */
  public static void install(Runnable first) {
    set(first, false);
    try {
      Runtime.getRuntime().addShutdownHook(new Thread(SignalHook::signalled, "signal"));
    } catch (IllegalStateException e) {
      first.run();
      awaitEnd();
    }
  }

  /**
   * Replaces the task. Where a signal has come, the program ends here: a signal that the former
   * part left over, because it had done its work, is answered by this task.
   */
  public static void replace(Runnable next) {
    boolean isLeftOver;
    synchronized (LOCK) {
      if (!isSignalled) {
        set(next, false);
        return;
      }
      isLeftOver = isFinishing;
    }
    if (isLeftOver) {
      next.run();
      FINISHED.countDown();
    }
    awaitEnd();
  }

  /**
   * Replaces the task by one after which the command goes on: it says itself how its work ended,
   * and ends the program with its status.
   */
  public static void replaceAndGoOn(Runnable next) {
    replace(next);
    synchronized (LOCK) {
      isLeftToCommand = true;
    }
  }

  /**
   * Marks the work of a part of the command as done: a signal now leaves it a moment to report.
   * Does not return if a signal came first, as the program ends, unless the task was one of {@link
   * #replaceAndGoOn}.
   */
  public static void finish() {
    synchronized (LOCK) {
      if (isSignalled && isLeftToCommand) {
        return;
      }
      if (!isSignalled || isFinishing) {
        set(SignalHook::nothing, true);
        return;
      }
    }
    awaitEnd();
  }

  /** Has a signal end the program without a word. */
  public static void clear() {
    replace(SignalHook::nothing);
  }

  /** Waits until a signal has ended this program. */
  public static void awaitEnd() {
    try {
      new CountDownLatch(1).await();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
  }

  private static void nothing() {}

  private static void set(Runnable next, boolean finishing) {
    synchronized (LOCK) {
      task = next;
      isFinishing = finishing;
      isLeftToCommand = false;
    }
  }

  private static void signalled() {
    Runnable now;
    boolean wait;
    synchronized (LOCK) {
      isSignalled = true;
      now = task;
      wait = isFinishing;
    }
    now.run();
    if (wait) {
      try {
        // The program halts when it has said what it did.
        FINISHED.await(TO_FINISH_MILLIS, TimeUnit.MILLISECONDS);
      } catch (InterruptedException e) {
        Thread.currentThread().interrupt();
      }
    }
  }
}
