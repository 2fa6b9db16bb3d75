package dev.enit.grammar.parse;

import dev.enit.grammar.term.Bytes;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;

/** A growing buffer of bits, written one binary segment after the other. */
final class BitBuffer {
  private byte[] bytes = new byte[16];
  private int size;

  long size() {
    return size;
  }

  Bytes toBytes() {
    return Bytes.ofBits(Arrays.copyOf(bytes, (size + 7) / 8), size);
  }

  private void bit(boolean set) {
    if (size / 8 == bytes.length) {
      bytes = Arrays.copyOf(bytes, bytes.length * 2);
    }
    if (set) {
      bytes[size / 8] |= (byte) (0x80 >> (size % 8));
    }
    size++;
  }

  private void octet(int value, int width) {
    if (width == 8 && size % 8 == 0) {
      if (size / 8 == bytes.length) {
        bytes = Arrays.copyOf(bytes, bytes.length * 2);
      }
      bytes[size / 8] = (byte) value;
      size += 8;
      return;
    }
    for (int i = width - 1; i >= 0; i--) {
      bit(((value >> i) & 1) != 0);
    }
  }

  /**
   * Appends the low bits of an integer. Little endian starts with the lowest octet; what does not
   * fill an octet comes last, as the high end of the number.
   */
  boolean integer(BigInteger value, int width, boolean little) {
    byte[] low = value.toByteArray();
    int whole = width / 8;
    int rest = width % 8;
    byte fill = (byte) (value.signum() < 0 ? 0xFF : 0);
    if (little) {
      for (int i = 0; i < whole; i++) {
        octet(octetOf(low, i, fill), 8);
      }
    }
    if (rest > 0) {
      octet(octetOf(low, whole, fill) & ((1 << rest) - 1), rest);
    }
    if (!little) {
      for (int i = whole - 1; i >= 0; i--) {
        octet(octetOf(low, i, fill), 8);
      }
    }
    return true;
  }

  private static int octetOf(byte[] bigEndian, int index, byte fill) {
    int at = bigEndian.length - 1 - index;
    return (at >= 0 ? bigEndian[at] : fill) & 0xFF;
  }

  /** Appends a float of 16, 32 or 64 bits; returns false for other sizes. */
  boolean real(double value, long width, boolean little) {
    if (width == 64) {
      return integer(BigInteger.valueOf(Double.doubleToLongBits(value)), 64, little);
    }
    if (width == 32) {
      return integer(BigInteger.valueOf(Float.floatToIntBits((float) value)), 32, little);
    }
    // The emulator goes through a 32-bit float as well.
    return width == 16
        && integer(BigInteger.valueOf(Float.floatToFloat16((float) value)), 16, little);
  }

  /** Appends a code point; returns false for anything else. */
  boolean utf(int point, SegmentType.Base base, boolean little) {
    if (point > Character.MAX_CODE_POINT || (point >= 0xD800 && point <= 0xDFFF)) {
      return false;
    }
    Charset charset =
        switch (base) {
          case UTF16 -> little ? StandardCharsets.UTF_16LE : StandardCharsets.UTF_16BE;
          case UTF32 -> little ? StandardCharsets.UTF_32LE : StandardCharsets.UTF_32BE;
          default -> StandardCharsets.UTF_8;
        };
    for (byte octet : Character.toString(point).getBytes(charset)) {
      octet(octet & 0xFF, 8);
    }
    return true;
  }

  void bits(Bytes value, long width) {
    for (long at = 0; at < width; at += 8) {
      int count = (int) Math.min(8, width - at);
      octet(value.byteAt((int) (at / 8)) >> (8 - count), count);
    }
  }
}
