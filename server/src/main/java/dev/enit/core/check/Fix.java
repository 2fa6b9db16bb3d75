package dev.enit.core.check;

import dev.enit.core.source.Place;
import java.util.List;

/**
 * A change of text that removes a diagnostic.
 *
 * @param key of its title on the page of the diagnostic, such as {@code fix.replace}
 * @param preferred whether it is certainly what was meant: only such fixes are applied without
 *     asking
 */
public record Fix(String key, List<String> arguments, List<Change> changes, boolean preferred) {

  /** New text for a place; an empty span inserts, an empty text removes. */
  public record Change(Place place, String text) {}

  public Fix {
    arguments = List.copyOf(arguments);
    changes = List.copyOf(changes);
  }

  /** The same fix, where something else may be meant. */
  public Fix uncertain() {
    return new Fix(key, arguments, changes, false);
  }
}
