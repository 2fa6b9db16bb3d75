package dev.enit.grammar.format;

import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * A bracketed term as the formatter sees it: opener, elements, comments and closer.
 *
 * @param heading the comment after the opener on its line
 * @param closing comments between the last element and the closer
 * @param spread whether the author chose several lines: a line end before the first element, or in
 *     anything but a tuple between two elements
 * @param shares whether it is a tuple whose last element may share the line of the others
 * @param front the extent of all before the last element, the opener included
 * @param tight whether it is a tuple of numbers written without any white space, such as an
 *     address; so it stays
 */
record BracketGroup(
    String open,
    String close,
    @Nullable Comment heading,
    List<LayoutItem> items,
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
      List<LayoutItem> items,
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

  private static boolean isSpread(String open, List<LayoutItem> items) {
    int count = isTupleLike(open) ? Math.min(1, items.size()) : items.size();
    for (int i = 0; i < count; i++) {
      if (items.get(i).onNewLine()) {
        return true;
      }
    }
    return false;
  }

  private static boolean hasBroken(List<LayoutItem> items, int count) {
    for (int i = 0; i < count; i++) {
      if (items.get(i).isBroken()) {
        return true;
      }
    }
    return false;
  }

  private static boolean mayShare(List<LayoutItem> items) {
    int beforeLast = items.size() - 2;
    return !items.isEmpty()
        && items.getLast().trailing() == null
        && (beforeLast < 0 || items.get(beforeLast).isFlatBeforeComment())
        && !hasBroken(items, beforeLast);
  }

  private static boolean hasNumbersOnly(List<LayoutItem> items) {
    for (LayoutItem item : items) {
      if (item.tail() || !(item.node() instanceof Leaf leaf && leaf.number())) {
        return false;
      }
    }
    return true;
  }

  private static boolean isWithoutSpace(List<LayoutItem> numbers, int length) {
    int rest = length;
    for (LayoutItem number : numbers) {
      rest -= number.separator().length();
      rest -= number.node() instanceof Leaf leaf ? leaf.text().length() : 0;
    }
    return rest == 0;
  }

  private static Extent front(String open, List<LayoutItem> items, int space) {
    Extent extent = Extent.columns(open.length());
    for (int i = 0; i < items.size() - 1; i++) {
      LayoutItem item = items.get(i);
      int behind = items.get(i + 1).tail() ? 1 : space;
      extent = extent.then(item.extent()).plus(behind);
    }
    return extent;
  }

  private static boolean isTupleLike(String open) {
    return open.equals("{") || open.equals("(");
  }

  /** Returns whether it is a tuple, or parentheses, which look the same when they are laid out. */
  boolean isTupleLike() {
    return isTupleLike(open);
  }

  /** Returns whether it has nothing in it, not even a comment. */
  boolean isIndivisible() {
    return items.isEmpty() && !isBroken;
  }

  LayoutItem last() {
    return items.getLast();
  }

  List<LayoutItem> allButLast() {
    return items.subList(0, items.size() - 1);
  }

  /** Returns whether there is a comment between the last element and the one before it. */
  boolean hasCommentBeforeLast() {
    return !last().leading().isEmpty()
        || (items.size() > 1 && items.get(items.size() - 2).trailing() != null);
  }

  /** Returns whether its elements are numbers, which may share lines. */
  boolean isRows() {
    for (LayoutItem item : items) {
      if (item.hasComment()) {
        return false;
      }
    }
    return hasNumbersOnly(items);
  }
}
