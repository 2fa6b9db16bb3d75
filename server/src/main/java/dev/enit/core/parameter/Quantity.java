package dev.enit.core.parameter;

import dev.enit.core.config.NodeKey;
import dev.enit.core.parameter.Parameters.Parameter;
import dev.enit.grammar.term.Term;
import java.math.BigDecimal;
import java.math.BigInteger;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * A number of a known unit in readable form: 60000 milliseconds are 1 min. It is the same number,
 * never a rounded one without a mark that says so.
 *
 * @param text such as {@code 1 min 30 s} or {@code 62.5 KiB}
 * @param converted whether it is said in another unit than the one it is written in
 */
public record Quantity(String text, boolean converted) {
  /** The most digits that are converted; a longer number is left as it is. */
  private static final int LONGEST = 15;

  private static final MathContext ROUNDED = new MathContext(3, RoundingMode.HALF_UP);

  private record Unit(String name, BigDecimal size) {
    Unit(String name, long size) {
      this(name, BigDecimal.valueOf(size));
    }
  }

  private static final Unit MILLISECOND = new Unit("ms", new BigDecimal("0.001"));
  private static final Unit SECOND = new Unit("s", 1);
  private static final List<Unit> TIME =
      List.of(new Unit("d", 86_400), new Unit("h", 3600), new Unit("min", 60), SECOND);
  private static final List<Unit> SIZE =
      List.of(
          new Unit("TiB", 1L << 40),
          new Unit("GiB", 1L << 30),
          new Unit("MiB", 1L << 20),
          new Unit("KiB", 1L << 10),
          new Unit("B", 1));

  /** The value of a key, where its unit is known and the value is a number from 0 on. */
  public static Optional<Quantity> of(String application, String key, Term value) {
    return value instanceof Term.Int(var _, var number)
        ? unit(application, key).flatMap(unit -> of(number, unit))
        : Optional.empty();
  }

  private static Optional<String> unit(String application, String key) {
    if (!application.equals(NodeKey.SECTION)) {
      return Parameters.find(application, key).flatMap(Parameter::unit);
    }
    return NodeKey.of(key)
        .map(NodeKey::type)
        .map(
            type ->
                switch (type) {
                  case MILLISECONDS -> "milliseconds";
                  case SECONDS -> "seconds";
                  default -> "";
                });
  }

  /**
   * A number of a unit.
   *
   * @param unit as the catalogue of parameters names it; of sessions and the like nothing is said
   */
  static Optional<Quantity> of(BigInteger number, String unit) {
    if (number.signum() < 0 || number.toString().length() > LONGEST) {
      return Optional.empty();
    }
    BigDecimal value = new BigDecimal(number);
    return switch (unit) {
      case "milliseconds" -> Optional.of(time(value, MILLISECOND));
      case "seconds" -> Optional.of(time(value, SECOND));
      case "minutes" -> Optional.of(time(value, TIME.get(2)));
      case "bytes" -> Optional.of(size(value));
      default -> Optional.empty();
    };
  }

  private static Quantity time(BigDecimal number, Unit written) {
    BigDecimal seconds = number.multiply(written.size());
    if (number.signum() == 0 || seconds.compareTo(BigDecimal.ONE) < 0) {
      return new Quantity(number + " " + written.name(), false);
    }
    List<String> parts = new ArrayList<>();
    BigDecimal left = seconds;
    for (Unit unit : TIME) {
      BigDecimal count = unit.equals(SECOND) ? left : left.divideToIntegralValue(unit.size());
      left = left.subtract(count.multiply(unit.size()));
      if (count.signum() > 0) {
        parts.add(plain(count) + " " + unit.name());
      }
    }
    String text = String.join(" ", parts);
    return new Quantity(text, !text.equals(number + " " + written.name()));
  }

  private static Quantity size(BigDecimal bytes) {
    for (Unit unit : SIZE) {
      if (bytes.compareTo(unit.size()) >= 0) {
        BigDecimal exact = bytes.divide(unit.size());
        boolean isShort = exact.stripTrailingZeros().precision() <= ROUNDED.getPrecision() + 1;
        String text = isShort ? plain(exact) : "≈ " + plain(exact.round(ROUNDED));
        return new Quantity(text + " " + unit.name(), !unit.name().equals("B"));
      }
    }
    return new Quantity("0 B", false);
  }

  private static String plain(BigDecimal number) {
    return number.stripTrailingZeros().toPlainString();
  }
}
