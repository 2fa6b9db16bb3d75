package dev.enit.grammar.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/** A term, or a part of one, as the layout sees it: its parts and its width. */
sealed interface LayoutNode
    permits LayoutNode.Leaf, LayoutNode.Strings, LayoutNode.Chain, LayoutNode.Pair, BracketGroup {

  /** Returns its extent when no new line is put into it. */
  Extent extent();

  /** Returns whether it must be laid out on several lines, however short it is. */
  boolean isBroken();

  /**
   * Text that is written as it is: a literal, {@code fun m:f/1}, a sign and its number.
   *
   * @param number whether it is a number
   */
  record Leaf(String text, Extent extent, boolean number) implements LayoutNode {
    Leaf(String text, boolean number) {
      this(text, Extent.of(text), number);
    }

    @Override
    public boolean isBroken() {
      return false;
    }
  }

  /** Adjacent strings, which Erlang joins. */
  record Strings(List<Line> lines, Extent extent, boolean isBroken) implements LayoutNode {
    Strings(List<Line> lines, boolean onSeveralLines) {
      this(
          lines,
          lines.stream().map(Line::extent).reduce((a, b) -> a.plus(1).then(b)).orElseThrow(),
          onSeveralLines || lines.stream().anyMatch(Line::hasComment));
    }
  }

  /** One of adjacent strings, with the comments above and after it. */
  record Line(List<Comment> leading, String text, Extent extent, @Nullable Comment trailing) {
    boolean hasComment() {
      return trailing != null || !leading.isEmpty();
    }
  }

  /** Pieces with nothing between them, such as a segment of a binary. */
  record Chain(List<LayoutNode> pieces, Extent extent, boolean isBroken) implements LayoutNode {
    Chain(List<LayoutNode> pieces) {
      this(
          pieces,
          pieces.stream().map(LayoutNode::extent).reduce(Extent.NONE, Extent::then),
          pieces.stream().anyMatch(LayoutNode::isBroken));
    }
  }

  /** {@code key => value}. */
  record Pair(LayoutNode key, LayoutNode value) implements LayoutNode {
    static final String ARROW = " =>";

    @Override
    public Extent extent() {
      return key.extent().plus(ARROW.length() + 1).then(value.extent());
    }

    @Override
    public boolean isBroken() {
      return key.isBroken() || value.isBroken();
    }
  }
}
