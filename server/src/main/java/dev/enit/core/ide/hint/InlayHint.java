package dev.enit.core.ide.hint;

import dev.enit.core.source.Place;
import java.util.Optional;

/**
 * An inlay hint: a few words after a word of the file.
 *
 * @param offset behind that word
 * @param tooltip plain text, empty for none
 * @param target where the words come from
 */
public record InlayHint(
    Kind kind, int offset, String label, String tooltip, Optional<Place> target) {

  /** What is said, each to be switched off by itself. */
  public enum Kind {
    VERSION,
    OVERRIDDEN,
    UNIT
  }
}
