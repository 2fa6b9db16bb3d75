package dev.enit.grammar.parse;

import static dev.enit.grammar.parse.ErlangTermsParser.*;

/**
 * The check that the size and the type list of a segment have the shape that the grammar requires.
 */
final class SegmentShape {
  private final TokenBuffer tokens;

  SegmentShape(TokenBuffer tokens) {
    this.tokens = tokens;
  }

  /**
   * Returns the index after what follows a segment's value, from its colon or slash on; -1 where it
   * is malformed.
   */
  int behind(int from) {
    int at = from;
    if (tokens.type(at) == COLON) {
      at = behindSize(at + 1);
    }
    if (at > 0 && tokens.type(at) == SLASH) {
      at = behindTypes(at + 1);
    }
    boolean ends = at > 0 && (tokens.type(at) == COMMA || tokens.type(at) == RBINARY);
    return ends ? at : -1;
  }

  private int behindSize(int from) {
    int at = from;
    while (tokens.type(at) == LPAREN) {
      at++;
    }
    int parentheses = at - from;
    boolean sign = tokens.type(at) == PLUS || tokens.type(at) == MINUS;
    if (sign && parentheses > 0) {
      at++;
    }
    if (tokens.type(at) != INTEGER && tokens.type(at) != CHARACTER) {
      return -1;
    }
    at++;
    for (int i = 0; i < parentheses; i++) {
      if (tokens.type(at++) != RPAREN) {
        return -1;
      }
    }
    return at;
  }

  private int behindTypes(int from) {
    int at = from;
    while (tokens.type(at) == ATOM) {
      at++;
      if (tokens.type(at) == COLON) {
        if (tokens.type(at + 1) != INTEGER) {
          return -1;
        }
        at += 2;
      }
      if (tokens.type(at) != MINUS) {
        return at;
      }
      at++;
    }
    return -1;
  }
}
