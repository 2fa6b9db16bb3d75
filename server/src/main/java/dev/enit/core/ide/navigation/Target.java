package dev.enit.core.ide.navigation;

import dev.enit.core.config.Setting;
import dev.enit.core.source.Place;
import dev.enit.grammar.term.Span;
import java.nio.file.Path;

/**
 * Somewhere to go.
 *
 * @param range everything that belongs to it, in offsets of its file
 * @param name where the cursor is put, inside of the range
 */
public record Target(Path path, Span range, Span name) {

  /** A name that stands alone. */
  public static Target of(Place place) {
    return new Target(place.path(), place.span(), place.span());
  }

  /** A {@code {Key, Value}} of a layer. */
  public static Target of(Setting setting) {
    return new Target(setting.layer().path(), setting.span(), setting.keySpan());
  }

  /** The start of a file of which nothing more is known. */
  public static Target startOf(Path path) {
    return new Target(path, Span.at(0), Span.at(0));
  }
}
