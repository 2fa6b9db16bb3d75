package dev.enit.lsp.convert;

import java.util.Arrays;

/**
 * The difference between two arrays of encoded tokens: one range is replaced.
 *
 * @param start the start of the range, a multiple of five
 * @param deleted the length of the range, a multiple of five
 * @param inserted the replacement
 */
// Never compared.
@SuppressWarnings("ArrayRecordComponent")
public record TokenChange(int start, int deleted, int[] inserted) {

  public static TokenChange between(int[] before, int[] after) {
    int start = Math.max(0, mismatch(before, after));
    start -= start % TokenEncoder.NUMBERS;
    int end = 0;
    int most = Math.min(before.length, after.length) - start;
    while (end < most && before[before.length - 1 - end] == after[after.length - 1 - end]) {
      end++;
    }
    end -= end % TokenEncoder.NUMBERS;
    return new TokenChange(
        start, before.length - end - start, Arrays.copyOfRange(after, start, after.length - end));
  }

  private static int mismatch(int[] before, int[] after) {
    int found = Arrays.mismatch(before, after);
    return found < 0 ? before.length : found;
  }

  public boolean isEmpty() {
    return deleted == 0 && inserted.length == 0;
  }
}
