package dev.enit.lsp.handler;

import java.util.AbstractList;
import java.util.RandomAccess;

/** Numbers as LSP4J wants them, without an object for each of them. */
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
