package dev.enit.core.ide.navigation;

import dev.enit.core.config.Setting;
import dev.enit.core.source.Place;
import dev.enit.grammar.term.Span;
import java.nio.file.Path;
import java.util.List;

/**
 * A navigation target.
 *
 * @param range everything that belongs to it, in offsets of its file
 * @param name where the cursor is put, inside of the range
 */
public record NavigationTarget(Path path, Span range, Span name) {

  /** A name that stands alone. */
  public static NavigationTarget of(Place place) {
    return new NavigationTarget(place.path(), place.span(), place.span());
  }

  /** A {@code {Key, Value}} of a layer. */
  public static NavigationTarget of(Setting setting) {
    return new NavigationTarget(setting.layer().path(), setting.span(), setting.keySpan());
  }

  /** The start of a file of which nothing more is known. */
  public static NavigationTarget startOf(Path path) {
    return new NavigationTarget(path, Span.at(0), Span.at(0));
  }

  /**
   * A link from a name to its targets.
   *
   * @param from the name under the cursor, in offsets of its file
   * @param targets the best first
   */
  public record Link(Span from, List<NavigationTarget> targets) {
    public Link {
      targets = List.copyOf(targets);
    }
  }
}
