package dev.enit.core.ide.symbol;

/**
 * The number of symbols that an outline may still have. An editor cannot show what is too much; it
 * is left out from the inside, so that the way to the cursor stays right.
 */
final class SymbolLimit {
  private static final int ALL = 5_000;

  private int left = ALL;

  /** Takes one more, where there is one. */
  boolean takes() {
    return left-- > 0;
  }

  /** Whether there is room for the inside of values: half of all is kept for their keys. */
  boolean isAmple() {
    return left > ALL / 2;
  }
}
