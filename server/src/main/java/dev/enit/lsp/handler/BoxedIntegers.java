package dev.enit.lsp.handler;

import java.util.AbstractList;
import java.util.RandomAccess;

/** A list of integers, as LSP4J takes them, backed by an array: no object per number. */
final class BoxedIntegers extends AbstractList<Integer> implements RandomAccess {
  private final int[] numbers;

  BoxedIntegers(int... numbers) {
    this.numbers = numbers;
  }

  @Override
  public Integer get(int index) {
    return numbers[index];
  }

  @Override
  public int size() {
    return numbers.length;
  }
}
