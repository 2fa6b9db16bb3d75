package dev.enit.core.check;

import dev.enit.core.source.Place;
import java.util.List;

/**
 * Another place that explains a finding.
 *
 * @param key of its words on the page of the finding, such as {@code related.first}
 */
public record Related(Place place, String key, List<String> arguments) {
  public Related {
    arguments = List.copyOf(arguments);
  }
}
