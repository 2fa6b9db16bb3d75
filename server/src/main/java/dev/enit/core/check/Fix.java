package dev.enit.core.check;

import dev.enit.core.source.Place;
import java.util.List;

/**
 * A text edit that removes a diagnostic.
 *
 * @param key the key of its title on the page of the diagnostic, such as {@code fix.replace}
 * @param preferred whether it is certainly what the user meant: only such fixes are applied without
 *     asking
 */
public record Fix(String key, List<String> arguments, List<Change> changes, boolean preferred) {

  /** A replacement of a span; an empty span inserts, an empty text removes. */
  public record Change(Place place, String text) {}

  public Fix {
    arguments = List.copyOf(arguments);
    changes = List.copyOf(changes);
  }

  /** Returns the same fix, not preferred, since the user may have meant something else. */
  public Fix uncertain() {
    return new Fix(key, arguments, changes, false);
  }
}
