package dev.enit.grammar.format;

import dev.enit.grammar.format.LayoutNode.BracketGroup;
import dev.enit.grammar.format.LayoutNode.Comment;
import dev.enit.grammar.format.LayoutNode.Item;
import java.util.List;

/**
 * The layout algorithm: decides where lines end, from the outside in and without backtracking,
 * since whether something fits follows from its extent and the column that it begins in.
 */
final class Layout {
  private final FormatOptions options;
  private final LayoutWriter page;

  Layout(FormatOptions options, LayoutWriter page) {
    this.options = options;
    this.page = page;
  }

  /** Lays out the forms of a file, and the comments after them. */
  void file(List<Item> forms, List<Comment> rest) {
    for (Item form : forms) {
      item(form, 0, true);
    }
    comments(rest, 0, true);
  }

  /** Lays out an item on separate lines. */
  private void item(Item item, int indent, boolean blankAllowed) {
    comments(item.leading(), indent, blankAllowed);
    boolean blank = item.blankBefore() && (blankAllowed || !item.leading().isEmpty());
    page.begin(indent, blank);
    if (item.tail()) {
      page.write(Item.BAR);
    }
    node(item.node(), indent, item.separator().length(), false);
    end(item);
  }

  private void comments(List<Comment> comments, int indent, boolean blankAllowed) {
    for (int i = 0; i < comments.size(); i++) {
      Comment comment = comments.get(i);
      page.comment(comment, indent, comment.blankBefore() && (blankAllowed || i > 0));
    }
  }

  private void end(Item item) {
    page.write(item.separator());
    if (item.trailing() != null) {
      page.trailing(item.trailing());
    }
  }

  /** Returns one level more; but at the width, where nothing fits any more, indentation ends. */
  private int deeper(int indent) {
    return Math.min(indent + options.indent(), Math.max(indent, options.width()));
  }

  private boolean fits(LayoutNode node, int column, int after) {
    return !node.isBroken() && node.extent().fits(column, after, options.width());
  }

  /**
   * Lays out a node after what the line has already.
   *
   * @param indent of the line
   * @param after columns of what follows on the line
   * @param hugged whether the node is the last element of a tuple whose line it shares
   */
  private void node(LayoutNode node, int indent, int after, boolean hugged) {
    if (fits(node, page.column(), after)) {
      flat(node);
      return;
    }
    switch (node) {
      case LayoutNode.Leaf leaf -> flat(leaf);
      case LayoutNode.Strings strings -> strings(strings, indent);
      case LayoutNode.Chain chain -> chain(chain, indent, after);
      case LayoutNode.Pair pair -> pair(pair, indent, after);
      case BracketGroup group -> group(group, indent, after, hugged);
    }
  }

  private void strings(LayoutNode.Strings strings, int indent) {
    for (int i = 0; i < strings.lines().size(); i++) {
      LayoutNode.Line line = strings.lines().get(i);
      comments(line.leading(), indent, true);
      if (i > 0) {
        page.begin(indent, false);
      }
      page.write(line.text(), line.extent());
      if (line.trailing() != null) {
        page.trailing(line.trailing());
      }
    }
  }

  private void chain(LayoutNode.Chain chain, int indent, int after) {
    int rest = chain.extent().plus(after).head();
    for (LayoutNode piece : chain.pieces()) {
      rest -= piece.extent().head();
      node(piece, indent, Math.max(0, rest), false);
    }
  }

  private void pair(LayoutNode.Pair pair, int indent, int after) {
    node(pair.key(), indent, LayoutNode.Pair.ARROW.length(), false);
    page.write(LayoutNode.Pair.ARROW);
    value(pair.value(), indent, after);
  }

  /** Lays out a value after its arrow, or on the next line where it has more room there. */
  private void value(LayoutNode value, int indent, int after) {
    int below = deeper(indent);
    int beside = page.column() + 1;
    if (!fits(value, beside, after)
        && !opensOnLine(value, beside)
        && hasRoom(value, below, after)) {
      page.begin(below, false);
      node(value, below, after, false);
    } else {
      page.write(" ");
      node(value, indent, after, true);
    }
  }

  private void group(BracketGroup group, int indent, int after, boolean hugged) {
    int behind = after + group.close().length();
    if (group.isIndivisible()) {
      flat(group);
    } else if (hugs(group, page.column())) {
      hug(group, indent, behind);
    } else if (!hugged && hangs(group, deeper(indent), behind)) {
      hang(group, deeper(indent), behind);
    } else if (!hugged && isBestFlat(group)) {
      flat(group);
    } else {
      explode(group, indent);
    }
  }

  /**
   * Returns whether the last element of a tuple shares the line of its opener, and of its closer.
   */
  private boolean hugs(BracketGroup group, int column) {
    if (!group.shares() || group.hasCommentBeforeLast()) {
      return false;
    }
    int last = group.front().end(column);
    return opensOnLine(group.last().node(), last);
  }

  /** Returns whether a node is a bracket that best opens on the line that reaches to a column. */
  private boolean opensOnLine(LayoutNode node, int column) {
    return node instanceof BracketGroup group
        && column + group.open().length() <= options.width()
        && !group.isIndivisible()
        && (!group.isTupleLike() || group.isBroken() || hugs(group, column));
  }

  private void hug(BracketGroup group, int indent, int behind) {
    front(group);
    page.write(group.items().size() > 1 ? " " : "");
    node(group.last().node(), indent, behind, true);
    page.write(group.close());
  }

  /** Returns whether the last element of a tuple is alone on the next line, where that helps. */
  private boolean hangs(BracketGroup group, int below, int behind) {
    return group.shares()
        && !group.isRows()
        && group.items().size() > 1
        && frontFits(group)
        && (group.hasCommentBeforeLast() || hasRoom(group.last().node(), below, behind));
  }

  /** Returns whether a tuple is too wide because of its last element alone, wherever it is. */
  private boolean isBestFlat(BracketGroup group) {
    return group.shares()
        && !group.isBroken()
        && !group.isRows()
        && frontFits(group)
        && !(group.last().node() instanceof BracketGroup);
  }

  private boolean frontFits(BracketGroup group) {
    int blankAtEnd = -1;
    return group.front().fits(page.column(), blankAtEnd, options.width());
  }

  private void hang(BracketGroup group, int below, int behind) {
    front(group);
    Item before = group.allButLast().getLast();
    if (before.trailing() != null) {
      page.trailing(before.trailing());
    }
    comments(group.last().leading(), below, false);
    page.begin(below, false);
    node(group.last().node(), below, behind, false);
    page.write(group.close());
  }

  /** Returns whether a node is better off on a separate line. */
  private boolean hasRoom(LayoutNode node, int column, int after) {
    return node instanceof LayoutNode.Strings || fits(node, column, after);
  }

  private void explode(BracketGroup group, int indent) {
    int inside = deeper(indent);
    page.write(group.open());
    if (group.heading() != null) {
      page.trailing(group.heading());
    }
    if (group.isRows()) {
      rows(group.items(), inside);
    } else {
      for (int i = 0; i < group.items().size(); i++) {
        item(group.items().get(i), inside, i > 0);
      }
    }
    comments(group.closing(), inside, !group.items().isEmpty());
    page.begin(indent, false);
    page.write(group.close());
  }

  private void rows(List<Item> items, int indent) {
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      int after = item.separator().length();
      if (i == 0 || item.onNewLine() || !fits(item.node(), page.column() + 1, after)) {
        page.begin(indent, item.blankBefore() && i > 0);
      } else {
        page.write(" ");
      }
      flat(item.node());
      page.write(item.separator());
    }
  }

  /** Writes a node on one line, without its comments, which would need a line end. */
  private void flat(LayoutNode node) {
    switch (node) {
      case LayoutNode.Leaf leaf -> page.write(leaf.text(), leaf.extent());
      case LayoutNode.Strings strings -> flatStrings(strings.lines());
      case LayoutNode.Chain chain -> chain.pieces().forEach(this::flat);
      case LayoutNode.Pair pair -> flatPair(pair);
      case BracketGroup group -> flatGroup(group);
    }
  }

  private void flatStrings(List<LayoutNode.Line> lines) {
    for (int i = 0; i < lines.size(); i++) {
      page.write(i == 0 ? "" : " ");
      page.write(lines.get(i).text(), lines.get(i).extent());
    }
  }

  private void flatPair(LayoutNode.Pair pair) {
    flat(pair.key());
    page.write(LayoutNode.Pair.ARROW);
    page.write(" ");
    flat(pair.value());
  }

  private void flatGroup(BracketGroup group) {
    page.write(group.open());
    flatItems(group.items(), group.tight());
    page.write(group.close());
  }

  /** Writes a bracket up to and including the separator of its last element but one. */
  private void front(BracketGroup group) {
    page.write(group.open());
    flatItems(group.allButLast(), false);
  }

  private void flatItems(List<Item> items, boolean tight) {
    for (int i = 0; i < items.size(); i++) {
      Item item = items.get(i);
      page.write(i == 0 || tight ? "" : " ");
      page.write(item.tail() ? Item.BAR : "");
      flat(item.node());
      page.write(item.separator());
    }
  }
}
