package dev.enit.core.text;

import java.time.Duration;

/** Durations as text for users: roughly beside other words, or to the minute on their own. */
public final class DurationText {
  private DurationText() {}

  /** Returns the largest unit, such as {@code 22 s}, {@code 3 min}, {@code 5 h} or {@code 12 d}. */
  public static String brief(Duration duration) {
    if (duration.toMinutes() < 1) {
      return duration.toSeconds() + " s";
    }
    if (duration.toHours() < 1) {
      return duration.toMinutes() + " min";
    }
    return duration.toDays() < 1 ? duration.toHours() + " h" : duration.toDays() + " d";
  }

  /** Returns up to three units, such as {@code 22sec}, {@code 3min 0sec} or {@code 12d 4h 1min}. */
  public static String precise(long milliseconds) {
    Duration duration = Duration.ofMillis(milliseconds);
    if (duration.toMinutes() < 1) {
      return duration.toSeconds() + "sec";
    }
    if (duration.toHours() < 1) {
      return duration.toMinutes() + "min " + duration.toSecondsPart() + "sec";
    }
    String hours = duration.toHoursPart() + "h " + duration.toMinutesPart() + "min";
    return duration.toDays() < 1 ? hours : duration.toDays() + "d " + hours;
  }
}
