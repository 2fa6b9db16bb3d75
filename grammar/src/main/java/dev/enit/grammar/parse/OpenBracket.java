package dev.enit.grammar.parse;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** A bracket that is still open, with the tokens that begin its elements. */
final class OpenBracket {
  private final int opener;
  private final int type;
  private int[] children = new int[4];
  private int count;
  private boolean flat;
  private final Set<Integer> joined = new HashSet<>(0);

  OpenBracket(int opener, int type) {
    this.opener = opener;
    this.type = type;
  }

  /** Returns the index of its token. */
  int opener() {
    return opener;
  }

  int type() {
    return type;
  }

  void addChild(int token) {
    if (count == children.length) {
      children = Arrays.copyOf(children, count * 2);
    }
    children[count++] = token;
  }

  /** Makes one element of all those from a token on. */
  void join(int from) {
    while (count > 0 && children[count - 1] >= from) {
      count--;
    }
    addChild(from);
    joined.add(from);
  }

  /** Returns whether an element is one that {@link #join} has made. */
  boolean isJoined(int child) {
    return joined.contains(child);
  }

  int childCount() {
    return count;
  }

  /** Returns the index of the token that begins an element. */
  int child(int index) {
    return children[index];
  }

  /** Returns whether its elements are no deeper than its own line: its layout says nothing. */
  boolean isFlat() {
    return flat;
  }

  void setFlat() {
    flat = true;
  }
}
