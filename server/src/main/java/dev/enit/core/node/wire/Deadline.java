package dev.enit.core.node.wire;

import java.net.SocketTimeoutException;
import java.time.Duration;

/**
 * The moment until which an answer counts; several steps share one.
 *
 * @param nanos of {@link System#nanoTime}
 * @param allowed how long there was from the start, for messages
 */
public record Deadline(long nanos, Duration allowed) {
  /** From now on. */
  public static Deadline in(Duration duration) {
    return new Deadline(System.nanoTime() + duration.toNanos(), duration);
  }

  /** Not negative. */
  public Duration remaining() {
    return Duration.ofNanos(Math.max(0, nanos - System.nanoTime()));
  }

  public boolean isOver() {
    return nanos - System.nanoTime() <= 0;
  }

  /**
   * The remaining time as sockets want it: milliseconds, never 0, which would mean for ever.
   *
   * @throws SocketTimeoutException where nothing remains
   */
  int socketTimeout() throws SocketTimeoutException {
    if (isOver()) {
      throw new SocketTimeoutException("deadline");
    }
    return Math.clamp(remaining().toMillis(), 1, Integer.MAX_VALUE);
  }
}
