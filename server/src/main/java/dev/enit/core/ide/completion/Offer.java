package dev.enit.core.ide.completion;

import dev.enit.core.workspace.Edit;
import dev.enit.grammar.term.Span;
import java.util.List;

/**
 * Everything that could be written at a cursor, the likeliest first.
 *
 * @param insert from the start of the word to the cursor: for who keeps what stands behind it
 * @param replace the whole word
 * @param edits what the text needs elsewhere with any of the items, such as a comma in front;
 *     outside of {@code replace}, each in offsets of the text as it is
 * @param incomplete whether there is more, to be asked for when more letters are known
 */
public record Offer(
    List<Completion> items, Span insert, Span replace, List<Edit> edits, boolean incomplete) {
  public static final Offer NONE = new Offer(List.of(), Span.at(0), Span.at(0), List.of(), false);

  public Offer {
    items = List.copyOf(items);
    edits = List.copyOf(edits);
  }
}
