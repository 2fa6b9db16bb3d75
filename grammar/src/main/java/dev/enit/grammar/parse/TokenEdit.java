package dev.enit.grammar.parse;

import static dev.enit.grammar.parse.ErlangTermsParser.*;

/**
 * One change of the tokens of a form.
 *
 * @param at index of the token that it is before, or that changes
 * @param type of the token that comes in, 0 without one
 * @param count how many come in: the closers of as many open brackets where more than one
 */
record TokenEdit(Action action, int at, int type, int count) {
  /** The ways to edit tokens. */
  enum Action {
    /** Tokens come in before one. */
    INSERT,
    /** A token goes. */
    DELETE,
    /** A token becomes another. */
    REPLACE,
    /** A token changes places with the next. */
    SWAP
  }

  static TokenEdit insert(int at, int type) {
    return new TokenEdit(Action.INSERT, at, type, 1);
  }

  static TokenEdit delete(int at) {
    return new TokenEdit(Action.DELETE, at, 0, 0);
  }

  static TokenEdit replace(int at, int type) {
    return new TokenEdit(Action.REPLACE, at, type, 1);
  }

  static TokenEdit swap(int at) {
    return new TokenEdit(Action.SWAP, at, 0, 0);
  }

  /** Returns whether it takes the place of a value that only the author knows. */
  boolean isHole() {
    return type == MISSING;
  }

  /**
   * Returns the edit of the same result that is first: which of two equal brackets comes in or goes
   * makes no difference.
   */
  TokenEdit canonical(TokenBuffer tokens) {
    int changed = action == Action.DELETE ? tokens.type(at) : type;
    boolean movable = TokenKinds.isBracket(changed) || changed == COMMA;
    if (!movable || count > 1 || (action != Action.INSERT && action != Action.DELETE)) {
      return this;
    }
    int first = at;
    while (first > 0 && tokens.type(first - 1) == changed) {
      first--;
    }
    return new TokenEdit(action, first, type, count);
  }

  /** Returns the edit of the same result that is last on its line. */
  TokenEdit settled(TokenBuffer tokens, TokenLayout layout) {
    boolean closes = action == Action.INSERT && count == 1 && TokenKinds.isCloser(type);
    int last = at;
    if (closes) {
      while (last < tokens.count()
          && tokens.type(last) == type
          && layout.line(last) == layout.line(last - 1)) {
        last++;
      }
    } else if (action == Action.DELETE) {
      while (last + 1 < tokens.count()
          && tokens.type(last + 1) == tokens.type(at)
          && !RecoverySearch.isLeaf(tokens.type(at))
          && layout.line(last + 1) == layout.line(last)) {
        last++;
      }
    }
    return new TokenEdit(action, last, type, count);
  }
}
