package dev.enit.core.check;

import dev.enit.core.source.Place;
import java.util.List;

/**
 * Another place that explains a finding.
 *
 * @param key of its words on the page of the finding, such as {@code related.first}
 */
public record RelatedPlace(Place place, String key, List<String> arguments) {
  public RelatedPlace {
    arguments = List.copyOf(arguments);
  }
}
