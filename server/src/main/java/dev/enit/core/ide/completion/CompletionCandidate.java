package dev.enit.core.ide.completion;

import dev.enit.core.ide.CursorPlace;
import java.util.Optional;

/**
 * A completion item.
 *
 * @param label what the user sees and types against
 * @param detail a few words beside it, such as a version; may be empty
 * @param text what replaces the word at the cursor
 * @param obsolete whether it is deprecated
 * @param about what there is to be said of it, as if the cursor stood on it
 */
public record CompletionCandidate(
    String label,
    Kind kind,
    String detail,
    Template text,
    boolean obsolete,
    Optional<CursorPlace> about) {

  /** What it is. */
  public enum Kind {
    APPLICATION,
    SECTION,
    KEY,
    PROPERTY,
    VALUE,
    ACCOUNT,
    SKELETON
  }

  static CompletionCandidate of(String label, Kind kind, String detail, Template text) {
    return new CompletionCandidate(label, kind, detail, text, false, Optional.empty());
  }

  CompletionCandidate about(CursorPlace place) {
    return new CompletionCandidate(label, kind, detail, text, obsolete, Optional.of(place));
  }

  CompletionCandidate obsolete(boolean now) {
    return new CompletionCandidate(label, kind, detail, text, now, about);
  }
}
