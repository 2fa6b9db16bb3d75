package dev.enit.core.text;

import java.time.Duration;

/** How long ago something was, or how long it has been: in its largest unit, as people say it. */
public final class Age {
  private Age() {}

  /** Such as {@code 22 s}, {@code 3 min}, {@code 5 h} or {@code 12 d}. */
  public static String brief(Duration age) {
    if (age.toMinutes() < 1) {
      return age.toSeconds() + " s";
    }
    if (age.toHours() < 1) {
      return age.toMinutes() + " min";
    }
    return age.toDays() < 1 ? age.toHours() + " h" : age.toDays() + " d";
  }
}
