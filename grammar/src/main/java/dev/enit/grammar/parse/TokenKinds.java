package dev.enit.grammar.parse;

import static dev.enit.grammar.parse.ErlangTermsParser.*;

/** The classification of token types. */
final class TokenKinds {
  private TokenKinds() {}

  static boolean isOpener(int type) {
    return type == LBRACE || type == LBRACKET || type == LPAREN || type == LBINARY;
  }

  static boolean isCloser(int type) {
    return type == RBRACE || type == RBRACKET || type == RPAREN || type == RBINARY;
  }

  static boolean isBracket(int type) {
    return isOpener(type) || isCloser(type);
  }

  /** Returns the closer of an opener, or the opener of a closer. */
  static int partner(int type) {
    return switch (type) {
      case LBRACE -> RBRACE;
      case RBRACE -> LBRACE;
      case LBRACKET -> RBRACKET;
      case RBRACKET -> LBRACKET;
      case LPAREN -> RPAREN;
      case RPAREN -> LPAREN;
      case LBINARY -> RBINARY;
      case RBINARY -> LBINARY;
      default -> throw new IllegalArgumentException("no bracket: " + type);
    };
  }

  /** Returns the text of a bracket. */
  static String text(int type) {
    return switch (type) {
      case LBRACE -> "{";
      case RBRACE -> "}";
      case LBRACKET -> "[";
      case RBRACKET -> "]";
      case LPAREN -> "(";
      case RPAREN -> ")";
      case LBINARY -> "<<";
      case RBINARY -> ">>";
      default -> throw new IllegalArgumentException("no bracket: " + type);
    };
  }

  /** Returns whether a term can end with the token. */
  static boolean endsTerm(int type) {
    return switch (type) {
      case ATOM, INTEGER, FLOAT, CHARACTER, STRING, SIGIL, BAD_NUMBER, VARIABLE -> true;
      default -> isCloser(type);
    };
  }

  /** Returns whether nothing but a term can begin with the token. */
  static boolean startsTerm(int type) {
    return switch (type) {
      case ATOM, INTEGER, FLOAT, CHARACTER, STRING, SIGIL, BAD_NUMBER, VARIABLE -> true;
      case LBRACE, LBRACKET, LBINARY, HASH, FUN -> true;
      default -> false;
    };
  }
}
