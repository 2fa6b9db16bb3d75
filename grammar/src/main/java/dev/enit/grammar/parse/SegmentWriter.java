package dev.enit.grammar.parse;

import dev.enit.grammar.term.Bytes;
import dev.enit.grammar.term.Term;
import java.math.BigInteger;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import org.jspecify.annotations.Nullable;

/**
 * An evaluator of binaries: computes one from its segments, as eval_bits does for file:consult/1.
 */
final class SegmentWriter {
  /** More bits than a configuration holds; a size can be written in few digits. */
  private static final long MOST_BITS = 8L * 16 * 1024 * 1024;

  private final @Nullable SegmentWriter outer;
  private final BitBuffer bits = new BitBuffer();
  private boolean spoilt;
  private boolean text;

  SegmentWriter() {
    outer = null;
  }

  /** Creates a writer for a binary within a segment of another. */
  SegmentWriter(SegmentWriter outer) {
    this.outer = outer;
  }

  SegmentWriter outer() {
    return outer == null ? new SegmentWriter() : outer;
  }

  /** Marks the binary as one that cannot be computed. */
  void spoil() {
    spoilt = true;
  }

  boolean isSpoilt() {
    return spoilt;
  }

  Bytes bytes() {
    return bits.toBytes();
  }

  /** Returns whether a segment is written as a string. */
  boolean isText() {
    return text;
  }

  /** Adds a segment; false where its value cannot be had in its type and size. */
  boolean write(Term value, @Nullable Term size, SegmentType type) {
    text |= value instanceof Term.Str || (value instanceof Term.Binary b && b.isText());
    long given = size == null ? -1 : size(size);
    if (size != null && given < 0) {
      return false;
    }
    return switch (value) {
      case Term.Str string when type.base() == SegmentType.Base.BINARY -> false;
      case Term.Str string -> {
        boolean plain = type.base() == SegmentType.Base.INTEGER;
        boolean fits =
            !string.value().isEmpty()
                || plain
                || type.isUtf()
                || writeOne(BigInteger.ZERO, given, type, new BitBuffer());
        int[] points = string.value().codePoints().toArray();
        for (int i = 0; fits && i < points.length; i++) {
          fits = writeOne(BigInteger.valueOf(points[i]), given, type, bits);
        }
        yield fits;
      }
      case Term.Int i -> writeOne(i.value(), given, type, bits);
      case Term.Char c -> writeOne(BigInteger.valueOf(c.codePoint()), given, type, bits);
      case Term.Float f ->
          type.base() == SegmentType.Base.FLOAT && writeFloat(f.value(), given, type, bits);
      case Term.Binary b ->
          type.base() == SegmentType.Base.BINARY && writeBits(b.value(), given, type);
      default -> false;
    };
  }

  private static long size(Term size) {
    BigInteger value =
        switch (size) {
          case Term.Int i -> i.value();
          case Term.Char c -> BigInteger.valueOf(c.codePoint());
          default -> BigInteger.ONE.negate();
        };
    return value.signum() < 0 || value.bitLength() > 40 ? -1 : value.longValue();
  }

  private boolean writeOne(BigInteger value, long given, SegmentType type, BitBuffer to) {
    return switch (type.base()) {
      case INTEGER -> {
        long size = (given < 0 ? 8 : given) * type.unit();
        yield room(size) && to.integer(value, (int) size, type.little());
      }
      case FLOAT -> writeFloat(value.doubleValue(), given, type, to);
      case BINARY -> false;
      case UTF8, UTF16, UTF32 ->
          value.signum() >= 0
              && value.bitLength() <= 21
              && to.utf(value.intValue(), type.base(), type.little());
    };
  }

  private boolean room(long size) {
    return size <= MOST_BITS && bits.size() + size <= MOST_BITS;
  }

  private static boolean writeFloat(double value, long given, SegmentType type, BitBuffer to) {
    long size = (given < 0 ? 64 : given) * type.unit();
    return Double.isFinite(value) && to.real(value, size, type.little());
  }

  private boolean writeBits(Bytes value, long given, SegmentType type) {
    long size = given < 0 ? value.bitSize() : given * type.unit();
    boolean fits = given < 0 ? size % type.unit() == 0 : size <= value.bitSize();
    if (fits && room(size)) {
      bits.bits(value, size);
      return true;
    }
    return false;
  }

  /** A growing buffer of bits, written one binary segment after the other. */
  private static final class BitBuffer {
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
}
