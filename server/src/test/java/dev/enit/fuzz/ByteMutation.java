package dev.enit.fuzz;

import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Arrays;
import java.util.Random;

/** Mutations of binary inputs: bits, blocks, and numbers that lengths and counts may be. */
public final class ByteMutation {
  private static final int[] NUMBERS = {
    0,
    1,
    -1,
    2,
    4,
    127,
    128,
    255,
    256,
    1000,
    4096,
    65_535,
    65_536,
    1 << 24,
    1 << 26,
    1 << 30,
    Integer.MAX_VALUE,
    Integer.MAX_VALUE - 3,
    Integer.MIN_VALUE,
    -4,
    -256
  };

  private ByteMutation() {}

  /** Returns an input with one mutation; {@code other} gives blocks. */
  public static byte[] of(byte[] input, byte[] other, Random random) {
    if (input.length == 0) {
      return other;
    }
    int at = random.nextInt(input.length);
    int end = Math.min(input.length, at + 1 + random.nextInt(1 + random.nextInt(64)));
    return switch (random.nextInt(10)) {
      case 0 -> with(input, at, (byte) (input[at] ^ 1 << random.nextInt(8)));
      case 1 -> with(input, at, (byte) random.nextInt());
      case 2 -> with(input, at, bytes(number(input, random), 4));
      case 3 -> with(input, at, bytes(number(input, random), 2));
      case 4 -> without(input, at, end);
      case 5 -> inserted(input, at, Arrays.copyOfRange(input, at, end));
      case 6 -> Arrays.copyOf(input, at);
      case 7 -> {
        byte[] some = new byte[1 + random.nextInt(8)];
        random.nextBytes(some);
        yield inserted(input, at, some);
      }
      case 8 -> inserted(input, at, block(other, random));
      default -> with(input, at, block(other, random));
    };
  }

  private static int number(byte[] input, Random random) {
    return switch (random.nextInt(4)) {
      case 0 -> input.length - random.nextInt(16);
      case 1 -> random.nextInt(300);
      default -> NUMBERS[random.nextInt(NUMBERS.length)];
    };
  }

  private static byte[] bytes(int number, int size) {
    return Arrays.copyOfRange(ByteBuffer.allocate(4).putInt(number).array(), 4 - size, 4);
  }

  private static byte[] block(byte[] input, Random random) {
    int at = random.nextInt(input.length + 1);
    return Arrays.copyOfRange(
        input, at, Math.min(input.length, at + 1 + random.nextInt(1 + random.nextInt(256))));
  }

  private static byte[] with(byte[] input, int at, byte... bytes) {
    byte[] changed = input.clone();
    System.arraycopy(bytes, 0, changed, at, Math.min(bytes.length, input.length - at));
    return changed;
  }

  /** Returns an input without the bytes from one offset to another. */
  static byte[] without(byte[] input, int from, int to) {
    byte[] less = Arrays.copyOf(input, input.length - (to - from));
    System.arraycopy(input, to, less, from, input.length - to);
    return less;
  }

  private static byte[] inserted(byte[] input, int at, byte[] bytes) {
    ByteArrayOutputStream more = new ByteArrayOutputStream(input.length + bytes.length);
    more.write(input, 0, at);
    more.writeBytes(bytes);
    more.write(input, at, input.length - at);
    return more.toByteArray();
  }
}
