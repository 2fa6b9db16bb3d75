package dev.enit.grammar.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * An element of a {@link BracketGroup}, or a form, with the comments that belong to it.
 *
 * @param leading comments on lines of their own above it
 * @param onNewLine whether the author put a line end before it
 * @param blankBefore whether an empty line stands directly before it
 * @param tail whether it stands behind the bar of a list
 * @param separator the comma behind it, the dot of a form, or nothing
 * @param trailing the comment behind it on its line
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

  /** Whether it cannot share a line with what follows. */
  boolean isBroken() {
    return hasComment() || node.isBroken();
  }

  /** Whether nothing but a comment behind it keeps what follows from its line. */
  boolean isFlatBeforeComment() {
    return leading.isEmpty() && !node.isBroken();
  }

  /** Its extent, bar and separator included, when no new line is put into it. */
  Extent extent() {
    Extent extent = Extent.columns(tail ? BAR.length() : 0).then(node.extent());
    return extent.plus(separator.length());
  }
}
