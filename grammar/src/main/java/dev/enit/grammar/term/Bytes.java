package dev.enit.grammar.term;

import java.util.Arrays;
import java.util.HexFormat;

/**
 * An immutable string of bits, stored in bytes; the bits of a last, partial byte are at its high
 * end.
 */
public final class Bytes {
  public static final Bytes EMPTY = new Bytes(new byte[0], 0);

  private final byte[] bytes;
  private final long bitSize;

  private Bytes(byte[] bytes, long bitSize) {
    this.bytes = bytes;
    this.bitSize = bitSize;
  }

  /** Whole bytes. */
  public static Bytes of(byte[] bytes) {
    return new Bytes(bytes.clone(), bytes.length * 8L);
  }

  /**
   * Bits.
   *
   * @param bytes as many as needed for the bits, unused low bits of the last one zero
   */
  public static Bytes ofBits(byte[] bytes, long bitSize) {
    if (bytes.length != (bitSize + 7) / 8) {
      throw new IllegalArgumentException(bitSize + " bits in " + bytes.length + " bytes");
    }
    return new Bytes(bytes.clone(), bitSize);
  }

  public long bitSize() {
    return bitSize;
  }

  /** Returns how many bytes hold the bits. */
  public int byteCount() {
    return bytes.length;
  }

  /** Returns whether the bits fill their bytes: a binary, not only a bitstring. */
  public boolean isWhole() {
    return bitSize % 8 == 0;
  }

  /** Returns the byte at an index, 0 to 255. */
  public int byteAt(int index) {
    return bytes[index] & 0xFF;
  }

  public byte[] toByteArray() {
    return bytes.clone();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof Bytes that
        && bitSize == that.bitSize
        && Arrays.equals(bytes, that.bytes);
  }

  @Override
  public int hashCode() {
    return Arrays.hashCode(bytes) * 31 + Long.hashCode(bitSize);
  }

  @Override
  public String toString() {
    return HexFormat.of().formatHex(bytes) + "/" + bitSize;
  }
}
