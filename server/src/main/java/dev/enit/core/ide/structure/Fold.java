package dev.enit.core.ide.structure;

import dev.enit.grammar.term.Span;

/**
 * Text that can be folded away, in offsets of the file.
 *
 * @param hidden what is between the brackets
 * @param lastLine an offset in the last line that disappears where whole lines are folded: the line
 *     of the closing bracket stays where nothing else is on it
 * @param depth how many others it stands in
 */
public record Fold(Span hidden, int lastLine, int depth, Kind kind) {

  /** What is folded. */
  public enum Kind {
    TERM,
    COMMENT
  }
}
