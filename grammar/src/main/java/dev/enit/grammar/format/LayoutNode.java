package dev.enit.grammar.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A term, or a part of one, as the layout sees it: its parts, its width, and the comments between
 * the parts.
 */
sealed interface LayoutNode {

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

  /**
   * A comment as the author placed it.
   *
   * @param text from its percent sign on, without white space at its end
   * @param ownLine whether nothing is before it on its line
   * @param blankBefore whether an empty line is before it
   * @param column where it begins
   */
  record Comment(String text, boolean ownLine, boolean blankBefore, int column) {

    /** Returns whether it belongs to the line that it is on, and not to what follows. */
    boolean isTrailing() {
      return !ownLine;
    }
  }

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
  record Item(
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

  /**
   * A bracketed term as the formatter sees it: opener, elements, comments and closer.
   *
   * @param heading the comment after the opener on its line
   * @param closing comments between the last element and the closer
   * @param spread whether the author chose several lines: a line end before the first element, or
   *     in anything but a tuple between two elements
   * @param shares whether it is a tuple whose last element may share the line of the others
   * @param front the extent of all before the last element, the opener included
   * @param tight whether it is a tuple of numbers written without any white space, such as an
   *     address; so it stays
   */
  record BracketGroup(
      String open,
      String close,
      @Nullable Comment heading,
      List<Item> items,
      List<Comment> closing,
      boolean spread,
      boolean tight,
      boolean shares,
      Extent front,
      Extent extent,
      boolean isBroken)
      implements LayoutNode {

    /**
     * Returns a bracket.
     *
     * @param length of the text between opener and closer
     */
    static BracketGroup of(
        String open,
        String close,
        @Nullable Comment heading,
        List<Item> items,
        List<Comment> closing,
        int length) {
      boolean tight = open.equals("{") && hasNumbersOnly(items) && isWithoutSpace(items, length);
      boolean spread = isSpread(open, items);
      boolean bare = heading == null && closing.isEmpty();
      Extent front = front(open, items, tight ? 0 : 1);
      Extent extent = items.isEmpty() ? front : front.then(items.getLast().extent());
      return new BracketGroup(
          open,
          close,
          heading,
          items,
          closing,
          spread,
          tight,
          bare && !spread && isTupleLike(open) && mayShare(items),
          front,
          extent.plus(close.length()),
          !bare || spread || hasBroken(items, items.size()));
    }

    private static boolean isSpread(String open, List<Item> items) {
      int count = isTupleLike(open) ? Math.min(1, items.size()) : items.size();
      for (int i = 0; i < count; i++) {
        if (items.get(i).onNewLine()) {
          return true;
        }
      }
      return false;
    }

    private static boolean hasBroken(List<Item> items, int count) {
      for (int i = 0; i < count; i++) {
        if (items.get(i).isBroken()) {
          return true;
        }
      }
      return false;
    }

    private static boolean mayShare(List<Item> items) {
      int beforeLast = items.size() - 2;
      return !items.isEmpty()
          && items.getLast().trailing() == null
          && (beforeLast < 0 || items.get(beforeLast).isFlatBeforeComment())
          && !hasBroken(items, beforeLast);
    }

    private static boolean hasNumbersOnly(List<Item> items) {
      for (Item item : items) {
        if (item.tail() || !(item.node() instanceof Leaf leaf && leaf.number())) {
          return false;
        }
      }
      return true;
    }

    private static boolean isWithoutSpace(List<Item> numbers, int length) {
      int rest = length;
      for (Item number : numbers) {
        rest -= number.separator().length();
        rest -= number.node() instanceof Leaf leaf ? leaf.text().length() : 0;
      }
      return rest == 0;
    }

    private static Extent front(String open, List<Item> items, int space) {
      Extent extent = Extent.columns(open.length());
      for (int i = 0; i < items.size() - 1; i++) {
        Item item = items.get(i);
        int behind = items.get(i + 1).tail() ? 1 : space;
        extent = extent.then(item.extent()).plus(behind);
      }
      return extent;
    }

    private static boolean isTupleLike(String open) {
      return open.equals("{") || open.equals("(");
    }

    /**
     * Returns whether it is a tuple, or parentheses, which look the same when they are laid out.
     */
    boolean isTupleLike() {
      return isTupleLike(open);
    }

    /** Returns whether it has nothing in it, not even a comment. */
    boolean isIndivisible() {
      return items.isEmpty() && !isBroken;
    }

    Item last() {
      return items.getLast();
    }

    List<Item> allButLast() {
      return items.subList(0, items.size() - 1);
    }

    /** Returns whether there is a comment between the last element and the one before it. */
    boolean hasCommentBeforeLast() {
      return !last().leading().isEmpty()
          || (items.size() > 1 && items.get(items.size() - 2).trailing() != null);
    }

    /** Returns whether its elements are numbers, which may share lines. */
    boolean isRows() {
      for (Item item : items) {
        if (item.hasComment()) {
          return false;
        }
      }
      return hasNumbersOnly(items);
    }
  }
}
