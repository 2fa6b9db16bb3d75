package dev.enit.grammar.parse;

import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import org.jspecify.annotations.Nullable;

/** The parser of number tokens. */
final class NumberParser {
  /** Far more digits than any number has that means something; OTP 25 itself gives up somewhere. */
  private static final int MOST_DIGITS = 100_000;

  private static final MathContext PRECISE = new MathContext(60);

  private NumberParser() {}

  /** Returns an integer such as {@code 42}, {@code 1_000} or {@code 16#ff}; null if it is none. */
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

  /** Returns a short run of decimal digits, -1 where there is anything else. */
  private static long plain(String text, int start, int end) {
    long value = 0;
    for (int at = start; at < end; at++) {
      char c = text.charAt(at);
      if (!CharClasses.isDigit(c)) {
        return -1;
      }
      value = value * 10 + (c - '0');
    }
    return value;
  }

  /** Returns a base, 0 if it is not one. */
  private static int base(String digits) {
    String significant = digits.replaceFirst("^0+(?=.)", "");
    int base = significant.length() > 2 ? 0 : Integer.parseInt(significant);
    return base >= Character.MIN_RADIX && base <= Character.MAX_RADIX ? base : 0;
  }

  private static boolean areDigits(String digits, int base) {
    return !digits.isEmpty() && digits.chars().allMatch(c -> Character.digit(c, base) >= 0);
  }

  /** Returns a float; infinite where it is too large, not a number where it is none. */
  static double real(String text, int start, int end) {
    if (end - start > MOST_DIGITS) {
      return Double.NaN;
    }
    String digits = text.substring(start, end).replace("_", "");
    int hash = digits.indexOf('#');
    return hash < 0 ? Double.parseDouble(digits) : based(digits, hash);
  }

  /**
   * {@code Base#Digits.Digits#eExponent}, the exponent being one of the base: rounded as erl_scan
   * does, which multiplies the digits as a whole number with a power of the base.
   */
  private static double based(String digits, int hash) {
    int base = base(digits.substring(0, hash));
    int exponentMark = digits.indexOf('#', hash + 1);
    String mantissa = digits.substring(hash + 1, exponentMark < 0 ? digits.length() : exponentMark);
    String exponent = exponentMark < 0 ? "0" : digits.substring(exponentMark + 2);
    int dot = mantissa.indexOf('.');
    if (base == 0 || !areDigits(mantissa.substring(0, dot) + mantissa.substring(dot + 1), base)) {
      return Double.NaN;
    }
    if (base == 10) {
      // Left to list_to_float/1, which asks for a digit before the dot.
      return dot == 0 ? Double.NaN : Double.parseDouble(mantissa + "e" + exponent);
    }
    int end = mantissa.length();
    while (end > dot + 2 && mantissa.charAt(end - 1) == '0') {
      end--;
    }
    BigInteger whole =
        new BigInteger(mantissa.substring(0, dot) + mantissa.substring(dot + 1, end), base);
    BigInteger scale = new BigInteger(exponent.replaceFirst("^\\+", ""));
    return whole.doubleValue() * power(base, scale.subtract(BigInteger.valueOf(end - dot - 1L)));
  }

  /** Returns a power, rounded once; not a number where it is too large. */
  private static double power(int base, BigInteger exponent) {
    if (exponent.bitLength() > 12) {
      return exponent.signum() < 0 ? 0.0 : Double.NaN;
    }
    BigInteger power = BigInteger.valueOf(base).pow(Math.abs(exponent.intValue()));
    if (exponent.signum() < 0) {
      return BigDecimal.ONE.divide(new BigDecimal(power), PRECISE).doubleValue();
    }
    double value = power.doubleValue();
    return Double.isInfinite(value) ? Double.NaN : value;
  }
}
