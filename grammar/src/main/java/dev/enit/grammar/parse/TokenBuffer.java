package dev.enit.grammar.parse;

import java.util.Arrays;

/**
 * A buffer of the tokens of one form in parallel arrays, reused for the next form: no object per
 * token. Types are those of {@link ErlangTermsParser}, offsets those of the text.
 */
final class TokenBuffer {
  private int[] types;
  private int[] starts;
  private int[] ends;
  private int[] closings;
  private int count;

  TokenBuffer(int capacity) {
    types = new int[capacity];
    starts = new int[capacity];
    ends = new int[capacity];
    closings = new int[capacity];
  }

  void clear() {
    count = 0;
  }

  void add(int type, int start, int end) {
    add(type, start, end, 0);
  }

  /** Adds a token in quotes, {@code closing} units of which are its end mark, 0 if it has none. */
  void add(int type, int start, int end, int closing) {
    if (count == types.length) {
      grow();
    }
    types[count] = type;
    starts[count] = start;
    ends[count] = end;
    closings[count++] = closing;
  }

  /** Adds a token of another buffer. */
  void add(TokenBuffer from, int index) {
    add(from.types[index], from.starts[index], from.ends[index], from.closings[index]);
  }

  /** Drops all tokens from an index on. */
  void cut(int newCount) {
    count = newCount;
  }

  private void grow() {
    int size = count * 2 + 8;
    types = Arrays.copyOf(types, size);
    starts = Arrays.copyOf(starts, size);
    ends = Arrays.copyOf(ends, size);
    closings = Arrays.copyOf(closings, size);
  }

  int count() {
    return count;
  }

  /** Returns the type of a token; end of file after the last one. */
  int type(int index) {
    return index < count ? types[index] : ErlangTermsParser.EOF;
  }

  void retype(int index, int type) {
    types[index] = type;
  }

  int start(int index) {
    return starts[index];
  }

  int end(int index) {
    return ends[index];
  }

  int closing(int index) {
    return closings[index];
  }
}
