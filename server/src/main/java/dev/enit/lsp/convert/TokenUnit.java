package dev.enit.lsp.convert;

/**
 * The encoded tokens of one form, five numbers each: lines and columns are relative to the previous
 * token, so that only the position of the first token depends on where the form is.
 *
 * @param from the offset of the first token in the form, or -1 if there is none
 * @param data the numbers, with 0 for the position of the first token
 * @param lines the number of lines from the first token to the last one
 * @param column the column of the last token, relative to the first one if both are on one line
 */
// Never compared.
@SuppressWarnings("ArrayRecordComponent")
public record TokenUnit(int from, int[] data, int lines, int column) {
  static final TokenUnit EMPTY = new TokenUnit(-1, new int[0], 0, 0);

  boolean isEmpty() {
    return from < 0;
  }
}
