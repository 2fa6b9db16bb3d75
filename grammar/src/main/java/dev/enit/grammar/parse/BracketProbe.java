package dev.enit.grammar.parse;

import java.util.Arrays;

/** A counter of the brackets of a sequence that do not match. */
final class BracketProbe {
  private static final int FAR = 3;

  private int[] stack;
  private int size;
  private int cost;

  BracketProbe(int[] open, int size) {
    stack = Arrays.copyOf(open, Math.max(16, size * 2));
    this.size = size;
  }

  void visit(int type) {
    if (TokenKinds.isOpener(type)) {
      if (size == stack.length) {
        stack = Arrays.copyOf(stack, size * 2);
      }
      stack[size++] = type;
    } else if (TokenKinds.isCloser(type)) {
      close(TokenKinds.partner(type));
    }
  }

  private void close(int opener) {
    for (int i = size - 1; i >= 0 && i >= size - 1 - FAR; i--) {
      if (stack[i] == opener) {
        cost += size - 1 - i;
        size = i;
        return;
      }
    }
    cost++;
  }

  /** Returns the number of brackets that do not match, those still open included. */
  int cost() {
    return cost + size;
  }
}
