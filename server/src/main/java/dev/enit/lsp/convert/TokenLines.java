package dev.enit.lsp.convert;

import java.util.Arrays;

/** The restriction of encoded tokens to a range of lines. */
final class TokenLines {
  private TokenLines() {}

  /** Returns the tokens between two lines, both included. */
  static int[] within(int[] data, int first, int last) {
    int[] kept = new int[data.length];
    int size = 0;
    int line = 0;
    int column = 0;
    int keptLine = 0;
    int keptColumn = 0;
    for (int i = 0; i < data.length; i += TokenEncoder.NUMBERS) {
      column = data[i] == 0 ? column + data[i + 1] : data[i + 1];
      line += data[i];
      if (line >= first && line <= last) {
        System.arraycopy(data, i, kept, size, TokenEncoder.NUMBERS);
        kept[size] = line - keptLine;
        kept[size + 1] = column - (line == keptLine ? keptColumn : 0);
        size += TokenEncoder.NUMBERS;
        keptLine = line;
        keptColumn = column;
      }
    }
    return Arrays.copyOf(kept, size);
  }
}
