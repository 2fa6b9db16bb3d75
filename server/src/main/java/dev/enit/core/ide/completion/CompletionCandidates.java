package dev.enit.core.ide.completion;

import dev.enit.core.workspace.TextChange;
import dev.enit.grammar.term.Span;
import java.util.List;

/**
 * All completion items at a cursor, the likeliest first.
 *
 * @param insert from the start of the word to the cursor: for who keeps what stands behind it
 * @param replace the whole word
 * @param edits what the text needs elsewhere with any of the items, such as a comma in front;
 *     outside of {@code replace}, each in offsets of the text as it is
 * @param incomplete whether there is more, to be asked for when more letters are known
 */
public record CompletionCandidates(
    List<CompletionCandidate> items,
    Span insert,
    Span replace,
    List<TextChange> edits,
    boolean incomplete) {
  public static final CompletionCandidates NONE =
      new CompletionCandidates(List.of(), Span.at(0), Span.at(0), List.of(), false);

  public CompletionCandidates {
    items = List.copyOf(items);
    edits = List.copyOf(edits);
  }
}
