package dev.enit.grammar.parse;

import static dev.enit.grammar.parse.ErlangTermsParser.*;

import dev.enit.grammar.term.Span;
import dev.enit.grammar.term.SyntaxError.Kind;
import dev.enit.grammar.term.SyntaxError.Repair;
import org.jspecify.annotations.Nullable;

/**
 * Error recovery for constructs that are no term but are in the place of one. The brackets of its
 * tokens match.
 */
final class NonTermRecovery {
  /**
   * Something that is no term.
   *
   * @param argument what the diagnostic names, empty for the token's own text
   * @param marked index after the last token that the diagnostic marks
   * @param behind index after the last token that belongs to it
   * @param atom whether an atom is what was meant
   */
  record Found(Kind kind, String argument, int marked, int behind, boolean atom) {}

  /** The number of tokens in which the end of a block is looked for. */
  private static final int LONGEST_BLOCK = 400;

  private final String text;
  private final TokenBuffer tokens;

  NonTermRecovery(String text, TokenBuffer tokens) {
    this.text = text;
    this.tokens = tokens;
  }

  /** Returns what begins at a token that begins no term. */
  Found at(int index) {
    int next = index + 1;
    return switch (tokens.type(index)) {
      case VARIABLE -> new Found(Kind.VARIABLE, "", next, next, false);
      case BAD_NUMBER -> new Found(Kind.BAD_NUMBER, "", next, behindQuote(next), false);
      case BAD -> new Found(Kind.BAD_CHARACTER, codePoint(index), next, next, false);
      case FUN -> new Found(Kind.NOT_A_TERM, "fun", next, behindBlock(index, true), false);
      case QUESTION -> new Found(Kind.NOT_A_TERM, "macro", next, behindMacro(index), false);
      case HASH -> new Found(Kind.NOT_A_TERM, "record", next, behindRecord(index), false);
      case RESERVED, WORD_OPERATOR -> reserved(index);
      default -> new Found(Kind.UNEXPECTED_TOKEN, "", next, next, false);
    };
  }

  /**
   * Returns the index after a quote that is glued to the token before: its opening quote is
   * missing.
   */
  private int behindQuote(int index) {
    return isClosingQuote(index) ? index + 1 : index;
  }

  private boolean isClosingQuote(int index) {
    return tokens.type(index) == STRING
        && tokens.closing(index) == 0
        && tokens.start(index) == tokens.end(index - 1)
        && text.charAt(tokens.start(index)) == '"';
  }

  private String codePoint(int index) {
    return "U+%04X".formatted(text.codePointAt(tokens.start(index)));
  }

  private Found reserved(int index) {
    if (tokens.type(index) == WORD_OPERATOR && TokenKinds.startsTerm(tokens.type(index + 1))) {
      return new Found(Kind.OPERATOR, "", index + 1, separator(index + 1, false), false);
    }
    int behind = opensBlock(index) ? behindBlock(index, false) : index + 1;
    return behind > index + 1
        ? new Found(Kind.NOT_A_TERM, word(index), index + 1, behind, false)
        : new Found(Kind.RESERVED_WORD, "", behind, behind, true);
  }

  private boolean opensBlock(int index) {
    return switch (word(index)) {
      case "begin", "case", "if", "maybe", "receive", "try" -> true;
      default -> false;
    };
  }

  /**
   * Returns the index after the {@code end} of a block; after its first word, or its element, where
   * none is.
   */
  private int behindBlock(int index, boolean element) {
    int blocks = 0;
    int level = 0;
    int limit = Math.min(tokens.count(), index + LONGEST_BLOCK);
    for (int at = index; at < limit && tokens.type(at) != DOT; at++) {
      int type = tokens.type(at);
      level += TokenKinds.isOpener(type) ? 1 : TokenKinds.isCloser(type) ? -1 : 0;
      if (level < 0) {
        break;
      }
      if (level > 0) {
        continue;
      }
      boolean fun = type == FUN && tokens.type(at + 1) == LPAREN;
      blocks += fun || (type == RESERVED && opensBlock(at)) ? 1 : 0;
      if (type == RESERVED && is(at, "end") && --blocks <= 0) {
        return at + 1;
      }
    }
    return element ? separator(index + 1, false) : index + 1;
  }

  private int behindMacro(int index) {
    int at = index + 1;
    if (tokens.type(at) == QUESTION) {
      at++;
    }
    if (tokens.type(at) == VARIABLE || tokens.type(at) == ATOM) {
      at++;
    }
    return tokens.type(at) == LPAREN ? behindGroup(at) : at;
  }

  private int behindRecord(int index) {
    int at = index + 1;
    if (tokens.type(at) == ATOM) {
      at++;
    }
    if (tokens.type(at) == POINT && tokens.type(at + 1) == ATOM) {
      return at + 2;
    }
    return tokens.type(at) == LBRACE ? behindGroup(at) : at;
  }

  /** Returns the index after the closer of the bracket that opens at a token. */
  private int behindGroup(int opener) {
    int level = 0;
    int at = opener;
    do {
      int type = tokens.type(at++);
      level += TokenKinds.isOpener(type) ? 1 : TokenKinds.isCloser(type) ? -1 : 0;
    } while (level > 0 && at < tokens.count());
    return at;
  }

  /** Returns the index after {@code fun m:f/1} at a token; -1 where it is not that. */
  int behindFun(int index) {
    boolean fits =
        tokens.type(index + 1) == ATOM
            && tokens.type(index + 2) == COLON
            && tokens.type(index + 3) == ATOM
            && tokens.type(index + 4) == SLASH
            && tokens.type(index + 5) == INTEGER;
    return fits ? index + 6 : -1;
  }

  /**
   * Returns the index after a number that may follow a sign, in parentheses or not; -1 without one.
   */
  int behindNumber(int index) {
    int at = behindOpening(index);
    int type = tokens.type(at);
    boolean number = type == INTEGER || type == FLOAT || type == CHARACTER;
    return number ? behindClosing(at + 1, at - index) : -1;
  }

  private int behindOpening(int index) {
    int at = index;
    while (tokens.type(at) == LPAREN) {
      at++;
    }
    return at;
  }

  /** Returns the index after a number of closing parentheses; -1 where there are fewer. */
  private int behindClosing(int index, int count) {
    for (int i = 0; i < count; i++) {
      if (tokens.type(index + i) != RPAREN) {
        return -1;
      }
    }
    return index + count;
  }

  /**
   * Returns the next separator of the bracket that a token is in, or its closer, or the form's end.
   */
  int separator(int from, boolean mapKey) {
    return stop(from, true, mapKey);
  }

  /** Returns the closer of the bracket that a token is in, or the form's end. */
  int closer(int from) {
    return stop(from, false, false);
  }

  private int stop(int from, boolean atComma, boolean atArrow) {
    int level = 0;
    int at = from;
    while (at < tokens.count() && tokens.type(at) != DOT) {
      int type = tokens.type(at);
      boolean separator = (atComma && type == COMMA) || (atArrow && type == ARROW);
      if (level == 0 && (separator || TokenKinds.isCloser(type))) {
        return at;
      }
      level += TokenKinds.isOpener(type) ? 1 : TokenKinds.isCloser(type) ? -1 : 0;
      at++;
    }
    return at;
  }

  /**
   * Returns the certain repair: a reserved word that was meant as an atom gets quotes, text gets
   * its opening quote, a byte order mark goes.
   */
  @Nullable Repair repair(Found found, int index) {
    Span span = new Span(tokens.start(index), tokens.end(index));
    if (found.kind() == Kind.RESERVED_WORD) {
      return new Repair(span, "'" + word(index) + "'");
    }
    if (found.kind() == Kind.BAD_NUMBER && isClosingQuote(index + 1)) {
      return new Repair(Span.at(tokens.start(index)), "\"");
    }
    return tokens.type(index) == BAD && is(index, "\uFEFF") ? new Repair(span, "") : null;
  }

  boolean is(int index, String word) {
    return word.length() == tokens.end(index) - tokens.start(index)
        && text.startsWith(word, tokens.start(index));
  }

  private String word(int index) {
    return text.substring(tokens.start(index), tokens.end(index));
  }

  /**
   * Returns the index after what follows a segment's value, from its colon or slash on; -1 where it
   * is malformed.
   */
  int behindSegment(int from) {
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
    int at = behindOpening(from);
    int number = at;
    if (at > from && (tokens.type(at) == PLUS || tokens.type(at) == MINUS)) {
      number++;
    }
    boolean whole = tokens.type(number) == INTEGER || tokens.type(number) == CHARACTER;
    return whole ? behindClosing(number + 1, at - from) : -1;
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
