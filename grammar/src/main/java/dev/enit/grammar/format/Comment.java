package dev.enit.grammar.format;

/**
 * A comment as the author placed it.
 *
 * @param text from its percent sign on, without white space at its end
 * @param ownLine whether nothing is before it on its line
 * @param blankBefore whether an empty line is before it
 * @param column where it begins
 */
record Comment(String text, boolean ownLine, boolean blankBefore, int column) {

  /** Returns whether it belongs to the line that it is on, and not to what follows. */
  boolean isTrailing() {
    return !ownLine;
  }
}
