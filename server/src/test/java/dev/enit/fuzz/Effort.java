package dev.enit.fuzz;

import com.sun.management.ThreadMXBean;
import java.lang.management.ManagementFactory;
import java.time.Duration;

/**
 * Bounds of what a call on this thread may cost: the bytes that it allocates, and its processor
 * time. Neither depends on other load of the machine.
 */
public final class Effort {
  private static final ThreadMXBean THREADS = (ThreadMXBean) ManagementFactory.getThreadMXBean();

  /** The number of attempts of a call that took too long: the compiler may have been at work. */
  private static final int TRIES = 4;

  private Effort() {}

  /** A call that may throw. */
  @FunctionalInterface
  public interface Call {
    void run() throws Throwable;
  }

  /**
   * Makes a call.
   *
   * @throws AssertionError if it costs more
   */
  public static void check(Call call, long bytes, Duration time) throws Throwable {
    for (int tried = 1; ; tried++) {
      long allocated = THREADS.getCurrentThreadAllocatedBytes();
      long start = THREADS.getCurrentThreadCpuTime();
      call.run();
      long took = THREADS.getCurrentThreadCpuTime() - start;
      allocated = THREADS.getCurrentThreadAllocatedBytes() - allocated;
      if (allocated > bytes) {
        throw new AssertionError("allocated " + allocated + " bytes, at most " + bytes);
      }
      if (took <= time.toNanos()) {
        return;
      }
      if (tried == TRIES) {
        throw new AssertionError("took " + Duration.ofNanos(took) + ", at most " + time);
      }
    }
  }
}
