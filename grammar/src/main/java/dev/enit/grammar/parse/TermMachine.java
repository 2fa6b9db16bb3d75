package dev.enit.grammar.parse;

import static dev.enit.grammar.parse.ErlangTermsParser.*;

import java.util.Arrays;

/**
 * A pushdown automaton that accepts the token types of one form, as the grammar does, and adds up
 * how unusual their layout and shape are. Error recovery runs it once per candidate, so it keeps
 * nothing but a stack of integers.
 */
final class TermMachine {
  private static final int OPENED = 0;
  private static final int ELEMENT = 1;
  private static final int AFTER = 2;
  private static final int STRINGS = 3;
  private static final int AFTER_HASH = 4;
  private static final int FUN_MODULE = 5;
  private static final int FUN_COLON = 6;
  private static final int FUN_NAME = 7;
  private static final int FUN_SLASH = 8;
  private static final int FUN_ARITY = 9;
  private static final int NUMBER = 10;
  private static final int SIZE = 11;
  private static final int SIZED = 12;
  private static final int TYPE = 13;
  private static final int TYPED = 14;
  private static final int UNIT = 15;
  private static final int UNITED = 16;
  private static final int ENDED = 17;

  /** Frames besides brackets: the form, a number in parentheses after a sign, a segment's size. */
  private static final int FORM = 0;

  private static final int SIGNED = -1;
  private static final int SEGMENT_SIZE = -2;

  private static final int WIDTH = 10;
  private static final int KIND = 0;
  private static final int LINE = 1;
  private static final int COLUMN = 2;
  private static final int INDENT = 3;
  private static final int CHILDREN = 4;
  private static final int CHILD_COLUMN = 5;
  private static final int LAST_SHAPE = 6;
  private static final int FLAG = 7;
  private static final int INLINE_COLUMN = 8;
  private static final int PREVIOUS_SHAPE = 9;

  private int[] stack = new int[WIDTH * 8];
  private int top;
  private int state = ELEMENT;
  private int penalty;

  TermMachine() {
    stack[KIND] = FORM;
    stack[CHILD_COLUMN] = -1;
    stack[INLINE_COLUMN] = -1;
    stack[LAST_SHAPE] = -1;
  }

  TermMachine(TermMachine from) {
    stack = Arrays.copyOf(from.stack, from.top + WIDTH * 8);
    top = from.top;
    state = from.state;
    penalty = from.penalty;
  }

  /** Returns how unusual what was read is: 0 for an aligned list of pairs. */
  int penalty() {
    return penalty;
  }

  /** Returns whether a term and its dot were read. */
  boolean isEnded() {
    return state == ENDED;
  }

  /** Returns whether a whole term was read and its dot was not. */
  boolean isComplete() {
    return top == 0 && (state == AFTER || state == STRINGS);
  }

  /**
   * Reads a token.
   *
   * @param first whether it is the first of its line
   * @param indent column of the first token of its line
   * @return whether the grammar accepts it here
   */
  boolean step(int type, boolean first, int line, int column, int indent) {
    switch (state) {
      case OPENED -> {
        if (type == closer()) {
          return close(first, line, column);
        }
        return element(type, first, line, column, indent);
      }
      case ELEMENT -> {
        return element(type, first, line, column, indent);
      }
      case STRINGS -> {
        if (type == STRING) {
          penalty += first ? 0 : TermShape.JOINED_STRING;
          return true;
        }
        return after(type, first, line, column);
      }
      case AFTER, SIZED, TYPED, UNITED -> {
        return after(type, first, line, column);
      }
      case AFTER_HASH -> {
        return type == LBRACE && push(HASH, OPENED, line, column, indent);
      }
      case NUMBER -> {
        return number(type, line, column, indent);
      }
      case SIZE -> {
        return size(type, line, column, indent);
      }
      default -> {
        return word(type);
      }
    }
  }

  private boolean number(int type, int line, int column, int indent) {
    if (type == LPAREN) {
      return push(SIGNED, NUMBER, line, column, indent);
    }
    boolean number = type == INTEGER || type == FLOAT || type == CHARACTER || type == MISSING;
    return number && elementEnd(TermShape.NUMBER);
  }

  private boolean size(int type, int line, int column, int indent) {
    if (type == LPAREN) {
      return push(SEGMENT_SIZE, ELEMENT, line, column, indent);
    }
    state = SIZED;
    return type == INTEGER || type == CHARACTER || type == MISSING;
  }

  /** Reads a word of {@code fun m:f/1} or of the types of a segment. */
  private boolean word(int type) {
    int wanted =
        switch (state) {
          case FUN_MODULE, FUN_NAME, TYPE -> ATOM;
          case FUN_COLON -> COLON;
          case FUN_SLASH -> SLASH;
          case FUN_ARITY, UNIT -> INTEGER;
          default -> -1;
        };
    if (state == FUN_ARITY && type == wanted) {
      return elementEnd(TermShape.FUN);
    }
    state++;
    return type == wanted;
  }

  private boolean element(int type, boolean first, int line, int column, int indent) {
    elementStart(first, line, column);
    switch (type) {
      case ATOM, INTEGER, FLOAT, CHARACTER, SIGIL, MISSING -> {
        return elementEnd(TermShape.ofLeaf(type));
      }
      case STRING -> {
        elementEnd(TermShape.STRING);
        state = STRINGS;
        return true;
      }
      case LBRACE, LBRACKET, LBINARY -> {
        if (stack[top + KIND] == LBINARY && type != LBINARY) {
          return false;
        }
        return push(type, OPENED, line, column, indent);
      }
      case LPAREN -> {
        return push(type, ELEMENT, line, column, indent);
      }
      case HASH -> state = AFTER_HASH;
      case FUN -> state = FUN_MODULE;
      case PLUS, MINUS -> state = NUMBER;
      default -> {
        return false;
      }
    }
    return true;
  }

  private boolean after(int type, boolean first, int line, int column) {
    int kind = stack[top + KIND];
    if (type == closer()) {
      return (kind != HASH || stack[top + FLAG] == 1) && close(first, line, column);
    }
    switch (type) {
      case COMMA -> {
        boolean takes =
            kind == LBRACE
                || kind == LBINARY
                || (kind == LBRACKET && stack[top + FLAG] == 0)
                || (kind == HASH && stack[top + FLAG] == 1);
        stack[top + FLAG] = 0;
        state = ELEMENT;
        return takes;
      }
      case BAR, ARROW -> {
        boolean takes = kind == (type == BAR ? LBRACKET : HASH) && stack[top + FLAG] == 0;
        stack[top + FLAG] = 1;
        state = ELEMENT;
        return takes;
      }
      case COLON -> {
        boolean takes = kind == LBINARY && (state == AFTER || state == STRINGS || state == TYPED);
        state = state == TYPED ? UNIT : SIZE;
        return takes;
      }
      case SLASH -> {
        boolean takes = kind == LBINARY && (state == AFTER || state == STRINGS || state == SIZED);
        state = TYPE;
        return takes;
      }
      case MINUS -> {
        boolean takes = state == TYPED || state == UNITED;
        state = TYPE;
        return takes;
      }
      case DOT -> {
        state = ENDED;
        return kind == FORM;
      }
      default -> {
        return false;
      }
    }
  }

  private int closer() {
    return switch (stack[top + KIND]) {
      case LBRACE, HASH -> RBRACE;
      case LBRACKET -> RBRACKET;
      case LBINARY -> RBINARY;
      case LPAREN, SIGNED, SEGMENT_SIZE -> RPAREN;
      default -> -1;
    };
  }

  private boolean push(int kind, int next, int line, int column, int indent) {
    top += WIDTH;
    if (top + WIDTH > stack.length) {
      stack = Arrays.copyOf(stack, stack.length * 2);
    }
    stack[top + KIND] = kind;
    stack[top + LINE] = line;
    stack[top + COLUMN] = column;
    stack[top + INDENT] = indent;
    stack[top + CHILDREN] = 0;
    stack[top + CHILD_COLUMN] = -1;
    stack[top + INLINE_COLUMN] = -1;
    stack[top + LAST_SHAPE] = -1;
    stack[top + PREVIOUS_SHAPE] = -1;
    stack[top + FLAG] = 0;
    state = next;
    return true;
  }

  private boolean close(boolean first, int line, int column) {
    if (first && line != stack[top + LINE]) {
      boolean aligned =
          column == stack[top + INDENT]
              || column == stack[top + COLUMN]
              || column == stack[top + CHILD_COLUMN];
      penalty += aligned ? 0 : TermShape.CLOSER_ASTRAY;
    }
    int kind = stack[top + KIND];
    int shape = TermShape.ofBracket(kind, stack[top + CHILDREN], stack[top + LAST_SHAPE]);
    if (kind == LBRACE) {
      penalty += TermShape.ofTuple(stack[top + CHILDREN]);
    } else if (kind == LBRACKET) {
      penalty += TermShape.ofList(stack[top + CHILDREN], stack[top + LAST_SHAPE], top == WIDTH);
    }
    top -= WIDTH;
    if (kind == SEGMENT_SIZE) {
      state = SIZED;
      return true;
    }
    return elementEnd(kind == LPAREN || kind == SIGNED ? TermShape.OTHER : shape);
  }

  /**
   * Compares elements that begin lines: they are usually below each other, deeper than the line of
   * their bracket.
   */
  private void elementStart(boolean first, int line, int column) {
    if (line == stack[top + LINE]) {
      if (stack[top + CHILDREN] == 0) {
        stack[top + INLINE_COLUMN] = column;
      }
      return;
    }
    if (!first || top == 0) {
      return;
    }
    int expected = stack[top + CHILD_COLUMN];
    if (column <= stack[top + INDENT]) {
      penalty += TermShape.DEDENT;
    } else if (expected >= 0 && column != expected) {
      penalty += TermShape.ELEMENT_ASTRAY;
    } else if (expected < 0
        && stack[top + INLINE_COLUMN] >= 0
        && column != stack[top + INLINE_COLUMN]) {
      penalty += TermShape.HANGING;
    }
    if (expected < 0) {
      stack[top + CHILD_COLUMN] = column;
    }
  }

  /**
   * Ends an element: compares its shape with those before it in a list, and notes the first of a
   * tuple.
   */
  private boolean elementEnd(int shape) {
    int before = stack[top + LAST_SHAPE];
    if (stack[top + KIND] == LBRACKET) {
      penalty += before < 0 ? 0 : TermShape.difference(before, shape);
      stack[top + LAST_SHAPE] = shape;
    } else if (before < 0) {
      stack[top + LAST_SHAPE] = shape;
    } else if (stack[top + KIND] == LBRACE) {
      penalty += TermShape.alikeInTuple(stack[top + PREVIOUS_SHAPE], shape);
    }
    stack[top + PREVIOUS_SHAPE] = shape;
    stack[top + CHILDREN]++;
    state = AFTER;
    return true;
  }
}
