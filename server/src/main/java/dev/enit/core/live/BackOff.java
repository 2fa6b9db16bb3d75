package dev.enit.core.live;

import java.time.Duration;

/**
 * How long to wait before the next look: not at all, a second, and then twice as long each time.
 *
 * @param looks in vain so far
 */
record BackOff(int looks) {
  /** Look at once. */
  static final BackOff NONE = new BackOff(0);

  private static final int MOST = 10;

  /** After one more look in vain. */
  BackOff longer() {
    return new BackOff(Math.min(looks + 1, MOST));
  }

  Duration upTo(Duration limit) {
    Duration wait = looks == 0 ? Duration.ZERO : Duration.ofSeconds(1L << (looks - 1));
    return wait.compareTo(limit) < 0 ? wait : limit;
  }
}
