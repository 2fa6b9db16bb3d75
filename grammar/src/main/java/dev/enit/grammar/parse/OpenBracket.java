package dev.enit.grammar.parse;

import java.util.Arrays;

/** A bracket that is open, and where the elements in it begin. */
final class OpenBracket {
  private final int opener;
  private final int type;
  private int[] children = new int[4];
  private int count;
  private boolean flat;

  OpenBracket(int opener, int type) {
    this.opener = opener;
    this.type = type;
  }

  /** Index of its token. */
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

  int childCount() {
    return count;
  }

  /** Index of the token that begins an element. */
  int child(int index) {
    return children[index];
  }

  /** Whether its elements stand no deeper than its own line: its layout says nothing. */
  boolean isFlat() {
    return flat;
  }

  void setFlat() {
    flat = true;
  }
}
