package dev.enit.core.check;

import dev.enit.core.source.Place;
import java.util.List;

/**
 * Another place that explains a diagnostic.
 *
 * @param key the key of its text on the page of the diagnostic, such as {@code related.first}
 */
public record RelatedPlace(Place place, String key, List<String> arguments) {
  public RelatedPlace {
    arguments = List.copyOf(arguments);
  }
}
