package dev.enit.grammar.parse;

import static dev.enit.grammar.parse.ErlangTermsParser.*;

import java.util.Arrays;
import java.util.HashSet;
import java.util.Set;

/** The search for the most likely place of the opener that an unmatched closer lacks. */
final class MissingOpener {
  /** The number of elements back in which the opener is looked for. */
  private static final int FAR = 500;

  private final TokenBuffer tokens;
  private final TokenLayout layout;

  MissingOpener(TokenBuffer tokens, TokenLayout layout) {
    this.tokens = tokens;
    this.layout = layout;
  }

  /**
   * Returns the token before which the opener belongs.
   *
   * @param closer the closer
   * @param inside the bracket that it is in, whose elements are known
   * @return -1 where the closer rather is one too many
   */
  int place(int closer, OpenBracket inside) {
    int type = tokens.type(closer);
    if (type == RPAREN || inside.childCount() == 0) {
      return -1;
    }
    int hash = hashWithout(inside, type);
    if (hash >= 0) {
      return hash;
    }
    if (layout.isFirst(closer)) {
      int aligned = aligned(closer, inside);
      if (aligned >= 0) {
        return aligned;
      }
    }
    return type == RBRACE ? pair(inside) : type == RBRACKET ? list(inside) : last(inside);
  }

  /**
   * Returns whether a closer more likely ends a map whose brace is missing than the bracket around
   * it.
   */
  boolean isMap(OpenBracket inside, int type) {
    return hashWithout(inside, type) >= 0;
  }

  /** Returns the place of the opener of a map whose brace is missing. */
  private int hashWithout(OpenBracket inside, int type) {
    for (int i = inside.childCount() - 1;
        type == RBRACE && i >= 0 && i > inside.childCount() - 9;
        i--) {
      int child = inside.child(i);
      boolean record = tokens.type(child) == HASH && tokens.type(child + 1) != LBRACE;
      if (record && !inside.isJoined(child) && !inside.isJoined(child + 1)) {
        return child + 1;
      }
    }
    return -1;
  }

  /** Returns the nearest line above that begins in the column of a closer that begins its line. */
  private int aligned(int closer, OpenBracket inside) {
    int column = layout.column(closer);
    int behind = -1;
    int first = Math.max(0, inside.childCount() - FAR);
    for (int i = inside.childCount() - 1; i >= first; i--) {
      int child = inside.child(i);
      if (layout.isFirst(child) && layout.column(child) == column) {
        return tokens.type(closer) == RBRACKET && behind >= 0 ? behind : child;
      }
      if (layout.isFirst(child) && layout.column(child) > column) {
        behind = child;
      }
    }
    boolean opened = inside.opener() >= 0 && layout.indent(inside.opener()) == column;
    return opened ? behind : -1;
  }

  /** Returns the place for a tuple of two: before the word that begins it. */
  private int pair(OpenBracket inside) {
    int last = inside.childCount() - 1;
    if (inside.opener() < 0) {
      return last > 0 ? inside.child(0) : -1;
    }
    if (last > 0 && tokens.type(inside.child(last - 1)) == ATOM) {
      return inside.child(last - 1);
    }
    return TokenKinds.isOpener(tokens.type(inside.child(last))) ? -1 : inside.child(last);
  }

  /** Returns the place for a list: before the value of a pair, or before all there is. */
  private int list(OpenBracket inside) {
    if (inside.type() == LBRACE && inside.childCount() > 1) {
      return inside.child(1);
    }
    boolean complete = inside.childCount() == 1 && tokens.type(inside.child(0)) == LBRACKET;
    return complete ? -1 : inside.child(0);
  }

  private static int last(OpenBracket inside) {
    return inside.child(inside.childCount() - 1);
  }

  /** A bracket that is still open, with the tokens that begin its elements. */
  static final class OpenBracket {
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
}
