package dev.enit.grammar.parse;

import java.util.Arrays;

/**
 * The brackets that are open before each token of a form, read from its start, and those that the
 * rest of the form closes, read from its end. Stacks share their tails and have a hash of their
 * kinds, so that two of them are compared in one step.
 */
final class BracketStacks {
  private static final int NONE = 0;

  private int[] kinds;
  private int[] parents;
  private int[] brackets;
  private int[] separators;
  private long[] hashes;
  private int count = 1;

  private final int[] forward;
  private final int[] backward;
  private final int[] forwardSeparators;
  private final int[] backwardSeparators;
  private int forwardEnd;
  private int backwardStart;

  BracketStacks(TokenBuffer tokens) {
    int size = tokens.count() * 2 + 2;
    kinds = new int[64];
    parents = new int[64];
    brackets = new int[64];
    separators = new int[64];
    hashes = new long[64];
    hashes[NONE] = 1;
    brackets[NONE] = -1;
    forward = new int[size / 2];
    backward = new int[size / 2];
    forwardSeparators = new int[size / 2];
    backwardSeparators = new int[size / 2];
    readForward(tokens);
    readBackward(tokens);
  }

  private void readForward(TokenBuffer tokens) {
    int node = NONE;
    separators[NONE] = 0;
    for (int at = 0; at < tokens.count(); at++) {
      forward[at] = node;
      forwardSeparators[at] = separators[node];
      forwardEnd = at;
      int type = tokens.type(at);
      if (TokenKinds.isOpener(type)) {
        node = push(node, type, at);
      } else if (TokenKinds.isCloser(type)) {
        if (node == NONE || kinds[node] != TokenKinds.partner(type)) {
          return;
        }
        node = parents[node];
      } else if (isSeparator(type)) {
        separators[node]++;
      }
    }
    forwardEnd = tokens.count();
    forward[forwardEnd] = node;
    forwardSeparators[forwardEnd] = separators[node];
  }

  private void readBackward(TokenBuffer tokens) {
    int node = NONE;
    separators[NONE] = 0;
    backwardStart = tokens.count();
    for (int at = tokens.count() - 1; at >= 0; at--) {
      int type = tokens.type(at);
      if (TokenKinds.isCloser(type)) {
        node = push(node, TokenKinds.partner(type), at);
      } else if (TokenKinds.isOpener(type)) {
        if (node == NONE || kinds[node] != type) {
          return;
        }
        node = parents[node];
      } else if (isSeparator(type)) {
        separators[node]++;
      }
      backward[at] = node;
      backwardSeparators[at] = separators[node];
      backwardStart = at;
    }
  }

  private static boolean isSeparator(int type) {
    return type == ErlangTermsParser.COMMA;
  }

  private int push(int parent, int kind, int bracket) {
    if (count == kinds.length) {
      int size = count * 2;
      kinds = Arrays.copyOf(kinds, size);
      parents = Arrays.copyOf(parents, size);
      brackets = Arrays.copyOf(brackets, size);
      separators = Arrays.copyOf(separators, size);
      hashes = Arrays.copyOf(hashes, size);
    }
    kinds[count] = kind;
    parents[count] = parent;
    brackets[count] = bracket;
    hashes[count] = hashes[parent] * 1_000_003 + kind + 7;
    return count++;
  }

  /** Returns the last index up to which brackets match, read from the start. */
  int forwardEnd() {
    return forwardEnd;
  }

  /** Returns the first index from which brackets match, read from the end. */
  int backwardStart() {
    return backwardStart;
  }

  /** Returns the stack before a token: what was opened. */
  int opened(int at) {
    return forward[at];
  }

  /** Returns the stack before a token: what will be closed. */
  int closed(int at) {
    return backward[at];
  }

  /** Returns how many commas the innermost open bracket has before a token. */
  int commasBefore(int at) {
    return forwardSeparators[at];
  }

  /** Returns how many commas the innermost bracket has from a token on. */
  int commasFrom(int at) {
    return backwardSeparators[at];
  }

  boolean isEmpty(int node) {
    return node == NONE;
  }

  /** Returns the type of the opener of a stack's innermost bracket, 0 for an empty one. */
  int kind(int node) {
    return kinds[node];
  }

  int parent(int node) {
    return parents[node];
  }

  /** Returns the token that opened, or closes, a stack's innermost bracket; -1 for an empty one. */
  int bracket(int node) {
    return brackets[node];
  }

  boolean same(int one, int other) {
    return hashes[one] == hashes[other];
  }
}
