package dev.enit.core.ide.reference;

import dev.enit.grammar.term.Span;

/**
 * A place to be marked because of the cursor's.
 *
 * @param span in offsets of the file
 */
public record Highlight(Span span, Kind kind) {

  /** What the place does to what it names. */
  public enum Kind {
    /** It names it. */
    NAMES,
    /** It gives it the value that is in force. */
    SETS,
    /** It is one of a pair of brackets. */
    BRACKET
  }
}
