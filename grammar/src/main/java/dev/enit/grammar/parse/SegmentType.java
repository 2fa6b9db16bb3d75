package dev.enit.grammar.parse;

import static dev.enit.grammar.parse.ErlangTermsParser.*;

import org.jspecify.annotations.Nullable;

/** The type of a segment of a binary, as erl_bits:set_bit_type/2 derives it from its type list. */
record SegmentType(Base base, int unit, boolean little) {
  enum Base {
    INTEGER,
    FLOAT,
    BINARY,
    UTF8,
    UTF16,
    UTF32
  }

  private static final int LARGEST_UNIT = 256;

  boolean isUtf() {
    return base == Base.UTF8 || base == Base.UTF16 || base == Base.UTF32;
  }

  /**
   * Reads a type list.
   *
   * @param types index of the first token of the list, -1 without one
   * @return null where the list means nothing
   */
  static @Nullable SegmentType read(
      String text, TokenBuffer tokens, int types, int behind, boolean sized) {
    Choice choice = new Choice();
    for (int at = types; types >= 0 && at < behind; at++) {
      if (tokens.type(at) != ATOM) {
        continue;
      }
      boolean argument = at + 1 < behind && tokens.type(at + 1) == COLON;
      int value = at + 2;
      String name = text.substring(tokens.start(at), tokens.end(at));
      boolean known =
          argument
              ? name.equals("unit")
                  && choice.unit(NumberParser.integer(text, tokens.start(value), tokens.end(value)))
              : choice.name(name);
      if (!known) {
        return null;
      }
    }
    return choice.complete(sized);
  }

  /** The properties that a list has set so far; a second, different value of one is an error. */
  private static final class Choice {
    private @Nullable Base base;
    private @Nullable String endian;
    private @Nullable String sign;
    private int unit;

    boolean name(String quotedName) {
      String name = quotedName.replace("'", "");
      return switch (name) {
        case "integer" -> base(Base.INTEGER);
        case "float" -> base(Base.FLOAT);
        case "binary" -> base(Base.BINARY);
        case "bytes" -> base(Base.BINARY) && unit(8);
        case "bitstring", "bits" -> base(Base.BINARY) && unit(1);
        case "utf8" -> base(Base.UTF8);
        case "utf16" -> base(Base.UTF16);
        case "utf32" -> base(Base.UTF32);
        case "big", "little", "native" -> endian(name);
        case "signed", "unsigned" -> sign(name);
        default -> false;
      };
    }

    private boolean base(Base value) {
      boolean fits = base == null || base == value;
      base = value;
      return fits;
    }

    private boolean endian(String value) {
      boolean fits = endian == null || endian.equals(value);
      endian = value;
      return fits;
    }

    private boolean sign(String value) {
      boolean fits = sign == null || sign.equals(value);
      sign = value;
      return fits;
    }

    boolean unit(java.math.@Nullable BigInteger value) {
      return value != null
          && value.signum() > 0
          && value.bitLength() <= 9
          && value.intValue() <= LARGEST_UNIT
          && unit(value.intValue());
    }

    private boolean unit(int value) {
      boolean fits = unit == 0 || unit == value;
      unit = value;
      return fits;
    }

    @Nullable SegmentType complete(boolean sized) {
      Base actual = base == null ? Base.INTEGER : base;
      boolean number = actual == Base.INTEGER || actual == Base.FLOAT;
      boolean utf = !number && actual != Base.BINARY;
      boolean unitRefused = unit > 0 && (utf || (number && !sized));
      if (unitRefused || (utf && sized)) {
        return null;
      }
      int actualUnit = unit > 0 ? unit : actual == Base.BINARY ? 8 : 1;
      // OTP runs on little-endian machines today; native means what it means there.
      boolean little = "little".equals(endian) || "native".equals(endian);
      return new SegmentType(actual, actualUnit, little);
    }
  }
}
