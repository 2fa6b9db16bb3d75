package dev.enit.core.workspace;

import dev.enit.grammar.term.Span;
import java.util.List;

/**
 * A change of a text.
 *
 * @param span what is replaced, in offsets of the text before the change; it may reach beyond that
 *     text
 * @param text what stands there afterwards
 */
public record TextChange(Span span, String text) {

  /**
   * Returns the text after changes that are meant at once.
   *
   * @param edits ascending, apart, in offsets of the old text
   */
  public static String apply(String text, List<TextChange> edits) {
    StringBuilder changed = new StringBuilder(text.length());
    int from = 0;
    for (TextChange edit : edits) {
      changed.append(text, from, edit.span().start()).append(edit.text());
      from = edit.span().end();
    }
    return changed.append(text, from, text.length()).toString();
  }
}
