package dev.enit.core.node.wire;

import java.util.Arrays;

/** Bytes in the making, numbers with their high end first. */
final class ByteSink {
  private byte[] bytes;
  private int size;

  ByteSink(int capacity) {
    this.bytes = new byte[capacity];
  }

  ByteSink write1(int value) {
    reserve(1);
    bytes[size++] = (byte) value;
    return this;
  }

  ByteSink write2(int value) {
    return write1(value >> 8).write1(value);
  }

  ByteSink write4(int value) {
    return write2(value >> 16).write2(value);
  }

  ByteSink write8(long value) {
    return write4((int) (value >> 32)).write4((int) value);
  }

  ByteSink write(byte[] more) {
    reserve(more.length);
    System.arraycopy(more, 0, bytes, size, more.length);
    size += more.length;
    return this;
  }

  int size() {
    return size;
  }

  byte[] toByteArray() {
    return Arrays.copyOf(bytes, size);
  }

  private void reserve(int more) {
    if (size + more > bytes.length) {
      bytes = Arrays.copyOf(bytes, Math.max(bytes.length * 2, size + more));
    }
  }
}
