package dev.enit.grammar.parse;

import java.math.BigDecimal;
import java.math.BigInteger;
import org.jspecify.annotations.Nullable;

/** The values of number tokens. */
final class Numbers {
  /** Far more digits than any number has that means something; OTP 25 itself gives up somewhere. */
  private static final int MOST_DIGITS = 100_000;

  private Numbers() {}

  /** An integer such as {@code 42}, {@code 1_000} or {@code 16#ff}; null if it is none. */
  static @Nullable BigInteger integer(String text, int start, int end) {
    if (end - start <= 18) {
      long small = plain(text, start, end);
      if (small >= 0) {
        return BigInteger.valueOf(small);
      }
    }
    if (end - start > MOST_DIGITS) {
      return null;
    }
    String digits = text.substring(start, end).replace("_", "");
    int hash = digits.indexOf('#');
    if (hash < 0) {
      return new BigInteger(digits);
    }
    int base = base(digits.substring(0, hash));
    String based = digits.substring(hash + 1);
    return base == 0 || !areDigits(based, base) ? null : new BigInteger(based, base);
  }

  /** A short run of decimal digits, -1 where there is anything else. */
  private static long plain(String text, int start, int end) {
    long value = 0;
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      if (!Chars.isDigit(c)) {
        return -1;
      }
      value = value * 10 + (c - '0');
    }
    return value;
  }

  /** A base, 0 if there is none such. */
  private static int base(String digits) {
    String significant = digits.replaceFirst("^0+(?=.)", "");
    int base = significant.length() > 2 ? 0 : Integer.parseInt(significant);
    return base >= Character.MIN_RADIX && base <= Character.MAX_RADIX ? base : 0;
  }

  private static boolean areDigits(String digits, int base) {
    return !digits.isEmpty() && digits.chars().allMatch(c -> Character.digit(c, base) >= 0);
  }

  /** A float; infinite where it is too large, not a number where it is none. */
  static double real(String text, int start, int end) {
    if (end - start > MOST_DIGITS) {
      return Double.NaN;
    }
    String digits = text.substring(start, end).replace("_", "");
    int hash = digits.indexOf('#');
    return hash < 0 ? Double.parseDouble(digits) : based(digits, hash);
  }

  /** {@code Base#Digits.Digits#eExponent}: digits and exponent both count in the base. */
  private static double based(String digits, int hash) {
    int base = base(digits.substring(0, hash));
    int exponentMark = digits.indexOf('#', hash + 1);
    String mantissa = digits.substring(hash + 1, exponentMark < 0 ? digits.length() : exponentMark);
    int dot = mantissa.indexOf('.');
    String all = mantissa.substring(0, dot) + mantissa.substring(dot + 1);
    if (base == 0 || !areDigits(all, base)) {
      return Double.NaN;
    }
    BigInteger exponent =
        exponentMark < 0
            ? BigInteger.ZERO
            : new BigInteger(digits.substring(exponentMark + 2).replaceFirst("^\\+", ""));
    return scaled(
        new BigInteger(all, base),
        base,
        exponent.subtract(BigInteger.valueOf(mantissa.length() - dot - 1L)));
  }

  private static double scaled(BigInteger mantissa, int base, BigInteger exponent) {
    if (mantissa.signum() == 0 || exponent.bitLength() > 18) {
      return mantissa.signum() == 0 || exponent.signum() < 0 ? 0.0 : Double.POSITIVE_INFINITY;
    }
    BigInteger scale = BigInteger.valueOf(base).pow(Math.abs(exponent.intValue()));
    return exponent.signum() >= 0
        ? mantissa.multiply(scale).doubleValue()
        : Quotient.of(mantissa, scale);
  }

  /** Exact quotients, rounded once. */
  private static final class Quotient {
    static double of(BigInteger dividend, BigInteger divisor) {
      int shift = Math.max(0, 1100 + divisor.bitLength() - dividend.bitLength());
      BigInteger[] parts = dividend.shiftLeft(shift).divideAndRemainder(divisor);
      BigInteger sticky = parts[0].shiftLeft(1);
      BigInteger rounded = parts[1].signum() == 0 ? sticky : sticky.setBit(0);
      return new BigDecimal(rounded)
          .divide(new BigDecimal(BigInteger.ONE.shiftLeft(shift + 1)))
          .doubleValue();
    }
  }
}
