package dev.enit.core.parameter;

import static org.junit.jupiter.api.Assertions.assertEquals;

import java.math.BigInteger;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Tests numbers with their units as users read them. */
class QuantityTest {

  @ParameterizedTest
  @CsvSource({
    "60000, milliseconds, 1 min, true",
    "6000, milliseconds, 6 s, true",
    "1500, milliseconds, 1.5 s, true",
    "61500, milliseconds, 1 min 1.5 s, true",
    "999, milliseconds, 999 ms, false",
    "0, milliseconds, 0 ms, false",
    "86400000, milliseconds, 1 d, true",
    "7, seconds, 7 s, false",
    "60, seconds, 1 min, true",
    "86399, seconds, 23 h 59 min 59 s, true",
    "604800, seconds, 7 d, true",
    "0, seconds, 0 s, false",
    "1, minutes, 1 min, false",
    "90, minutes, 1 h 30 min, true",
    "896, bytes, 896 B, false",
    "64000, bytes, 62.5 KiB, true",
    "524288, bytes, 512 KiB, true",
    "100000, bytes, ≈ 97.7 KiB, true",
    "1073741824, bytes, 1 GiB, true",
    "0, bytes, 0 B, false",
    "1000, tickets, , false",
    "-1, seconds, , false",
    "1234567890123456, seconds, , false"
  })
  void says(BigInteger number, String unit, String text, boolean converted) {
    Quantity expected = text == null ? null : new Quantity(text, converted);
    assertEquals(expected, Quantity.of(number, unit).orElse(null));
  }
}
