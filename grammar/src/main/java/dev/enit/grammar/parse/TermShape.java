package dev.enit.grammar.parse;

import static dev.enit.grammar.parse.ErlangTermsParser.*;

/**
 * The kinds of terms as elements of a list, and the penalty of an unusual one: the evidence by
 * which error recovery chooses between edits that the grammar accepts alike.
 */
final class TermShape {
  static final int LIST = 1;
  static final int STRING = 2;
  static final int ATOM_LEAF = 3;
  static final int NUMBER = 4;
  static final int MAP = 5;
  static final int BINARY = 6;
  static final int ABSENT = 7;
  static final int FUN = 8;
  static final int OTHER = 9;

  /** Plus twice the number of elements, plus one where the first is an atom. */
  private static final int TUPLE = 100;

  /** An element that begins a line in another column than those before it. */
  static final int ELEMENT_ASTRAY = 20;

  /** An element no deeper than the line of its bracket. */
  static final int DEDENT = 30;

  /** A closer that begins a line in no column of its bracket. */
  static final int CLOSER_ASTRAY = 20;

  /** An element below another that is beside its bracket, not in its column. */
  static final int HANGING = 3;

  /** A string after another on the same line, which Erlang joins. */
  static final int JOINED_STRING = 30;

  private TermShape() {}

  static int ofLeaf(int type) {
    return switch (type) {
      case ErlangTermsParser.STRING, SIGIL -> STRING;
      case ATOM -> ATOM_LEAF;
      case INTEGER, FLOAT, CHARACTER -> NUMBER;
      case MISSING -> ABSENT;
      default -> OTHER;
    };
  }

  static int ofBracket(int kind, int children, int firstShape) {
    return switch (kind) {
      case LBRACE -> TUPLE + 2 * Math.min(children, 9) + (firstShape == ATOM_LEAF ? 1 : 0);
      case LBRACKET -> LIST;
      case HASH -> MAP;
      case LBINARY -> BINARY;
      default -> OTHER;
    };
  }

  /** Returns the penalty of a tuple: pairs are the rule. */
  static int ofTuple(int children) {
    return switch (children) {
      case 0 -> 20;
      case 1 -> 15;
      case 2 -> 0;
      default -> Math.min(8 + (children - 3) * 4, 40);
    };
  }

  /**
   * Returns the penalty of a list: one in a list has company, and so has the one term of a list
   * that is a form.
   */
  static int ofList(int children, int lastShape, boolean form) {
    return children != 1 ? 0 : lastShape == LIST ? 15 : form ? 8 : 0;
  }

  /** Returns the penalty of alike tuples in a tuple: they usually follow each other in a list. */
  static int alikeInTuple(int one, int other) {
    return one >= TUPLE && one == other ? 10 : 0;
  }

  /** Returns the penalty of two different elements: those of one list are alike. */
  static int difference(int one, int other) {
    if (one == other) {
      return 0;
    }
    if (one >= TUPLE && other >= TUPLE) {
      return 10;
    }
    boolean nested = one >= TUPLE || other >= TUPLE || one == LIST || other == LIST;
    if (one == ABSENT || other == ABSENT) {
      return nested ? 25 : 0;
    }
    return nested ? 12 : 6;
  }
}
