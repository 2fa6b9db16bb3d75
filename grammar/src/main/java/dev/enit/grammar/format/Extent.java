package dev.enit.grammar.format;

/**
 * The width of text that is written without a new line, except for line ends in its literals.
 *
 * @param head columns of its first line
 * @param tail columns of its last line, the same where it has one line only
 */
record Extent(int head, int tail, boolean severalLines) {
  static final Extent NONE = columns(0);

  static Extent columns(int columns) {
    return new Extent(columns, columns, false);
  }

  static Extent of(String text) {
    int first = text.indexOf('\n');
    if (first < 0) {
      return columns(TextWidth.of(text, 0, text.length()));
    }
    int last = text.lastIndexOf('\n') + 1;
    return new Extent(TextWidth.of(text, 0, first), TextWidth.of(text, last, text.length()), true);
  }

  /** Returns the extent with columns after it. */
  Extent plus(int columns) {
    return severalLines ? new Extent(head, tail + columns, true) : columns(head + columns);
  }

  /** Returns the extent with another one after it. */
  Extent then(Extent next) {
    if (!next.severalLines) {
      return plus(next.head);
    }
    return new Extent(severalLines ? head : head + next.head, next.tail, true);
  }

  /** Returns whether no line goes over the width, when it begins in a column and text follows. */
  boolean fits(int column, int after, int width) {
    return severalLines
        ? column + head <= width && tail + after <= width
        : column + head + after <= width;
  }

  /** Returns the column after it, when it begins in a column. */
  int end(int column) {
    return severalLines ? tail : column + tail;
  }
}
