package dev.enit.lsp.convert;

/**
 * The tokens of one form in the numbers of the protocol, five for each: lines and columns count
 * from the token before, so that nothing but the first token's place depends on where the form is.
 *
 * @param from of the first token, as an offset in the form; -1 where there is none
 * @param data the numbers, those of the first token's place 0
 * @param lines from the first token to the last one
 * @param column of the last token; from that of the first where both stand on one line
 */
// Never compared.
@SuppressWarnings("ArrayRecordComponent")
public record TokenUnit(int from, int[] data, int lines, int column) {
  static final TokenUnit EMPTY = new TokenUnit(-1, new int[0], 0, 0);

  boolean isEmpty() {
    return from < 0;
  }
}
