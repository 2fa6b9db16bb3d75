package dev.enit.core.node.wire;

import java.util.Arrays;

/** Bytes read one after the other, numbers with their high end first. */
final class ByteSource {
  private final byte[] bytes;
  private int position;

  ByteSource(byte[] bytes, int start) {
    this.bytes = bytes;
    this.position = start;
  }

  int position() {
    return position;
  }

  int remaining() {
    return bytes.length - position;
  }

  int read1() throws MalformedTerm {
    require(1);
    return bytes[position++] & 0xFF;
  }

  int read2() throws MalformedTerm {
    return (read1() << 8) | read1();
  }

  int read4() throws MalformedTerm {
    return (read2() << 16) | read2();
  }

  long read8() throws MalformedTerm {
    return ((long) read4() << 32) | (read4() & 0xFFFFFFFFL);
  }

  /** A length of 4 bytes. */
  int length() throws MalformedTerm {
    int length = read4();
    if (length < 0) {
      throw new MalformedTerm("more than 2 GiB");
    }
    return length;
  }

  byte[] read(int length) throws MalformedTerm {
    require(length);
    position += length;
    return Arrays.copyOfRange(bytes, position - length, position);
  }

  /** What was read from a position on. */
  byte[] since(int start) {
    return Arrays.copyOfRange(bytes, start, position);
  }

  private void require(int length) throws MalformedTerm {
    if (length > remaining()) {
      throw new MalformedTerm("cut short");
    }
  }
}
