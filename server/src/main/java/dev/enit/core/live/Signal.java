package dev.enit.core.live;

import java.time.Duration;
import java.util.concurrent.TimeUnit;

/** A wait that another thread can end, also before it has begun. */
final class Signal {
  private boolean isCalled;

  synchronized void call() {
    isCalled = true;
    notifyAll();
  }

  /** Returns whether there was a call since the last time. */
  synchronized boolean take() {
    boolean was = isCalled;
    isCalled = false;
    return was;
  }

  /** Returns at a call, or when the time is over; whether it was a call. */
  synchronized boolean await(Duration time) {
    long end = System.nanoTime() + time.toNanos();
    try {
      for (long left = time.toNanos(); !isCalled && left > 0; left = end - System.nanoTime()) {
        TimeUnit.NANOSECONDS.timedWait(this, left);
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
    }
    return take();
  }
}
