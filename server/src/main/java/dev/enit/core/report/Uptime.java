package dev.enit.core.report;

/** A duration as people read it: its two or three largest units. */
public final class Uptime {
  private static final long MINUTE = 60;
  private static final long HOUR = 60 * MINUTE;
  private static final long DAY = 24 * HOUR;

  private Uptime() {}

  /** Such as {@code 22sec}, {@code 3min 0sec} or {@code 12d 4h 1min}. */
  public static String text(long milliseconds) {
    long seconds = milliseconds / 1000;
    if (seconds < MINUTE) {
      return seconds + "sec";
    }
    if (seconds < HOUR) {
      return seconds / MINUTE + "min " + seconds % MINUTE + "sec";
    }
    String hours = seconds % DAY / HOUR + "h " + seconds % HOUR / MINUTE + "min";
    return seconds < DAY ? hours : seconds / DAY + "d " + hours;
  }
}
