package dev.enit.core.ide.lens;

import dev.enit.grammar.term.Span;

/**
 * A code lens: the text above a line, and the command that it runs.
 *
 * @param span what they are about, in offsets of the file
 */
public record Lens(Span span, String title, Act act) {

  /** What can be done with a release. */
  public enum Act {
    STATUS,
    START,
    STOP,
    RESTART,
    RECONFIGURE,
    PLAN,
    CONNECT
  }
}
