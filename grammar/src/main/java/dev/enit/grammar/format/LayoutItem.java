package dev.enit.grammar.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An element of a {@link BracketGroup}, or a form, with the comments that belong to it.
 *
 * @param leading comments on separate lines above it
 * @param onNewLine whether the author put a line end before it
 * @param blankBefore whether an empty line is directly before it
 * @param tail whether it is after the bar of a list
 * @param separator the comma after it, the dot of a form, or nothing
 * @param trailing the comment after it on its line
 */
record LayoutItem(
    List<Comment> leading,
    boolean onNewLine,
    boolean blankBefore,
    boolean tail,
    LayoutNode node,
    String separator,
    @Nullable Comment trailing) {
  static final String BAR = "| ";

  boolean hasComment() {
    return trailing != null || !leading.isEmpty();
  }

  /** Returns whether it cannot share a line with what follows. */
  boolean isBroken() {
    return hasComment() || node.isBroken();
  }

  /** Returns whether nothing but a comment after it keeps what follows from its line. */
  boolean isFlatBeforeComment() {
    return leading.isEmpty() && !node.isBroken();
  }

  /** Returns its extent, bar and separator included, when no new line is put into it. */
  Extent extent() {
    Extent extent = Extent.columns(tail ? BAR.length() : 0).then(node.extent());
    return extent.plus(separator.length());
  }
}
