package io.sluice.simulator.schema;

import java.math.BigDecimal;

/** Numbers of JSON as exact decimals. */
final class JsonNumbers {
  /** A larger exponent costs more than any schema is worth. */
  private static final int LARGEST_SCALE = 400;

  private JsonNumbers() {}

  /** The exact value of a number, as it is written. */
  static BigDecimal exact(Number number) {
    if (number instanceof Double floating && !Double.isFinite(floating)) {
      throw new UnservableSchema("a number is too large");
    }
    BigDecimal exact = new BigDecimal(number.toString());
    if (Math.abs((long) exact.scale()) > LARGEST_SCALE || exact.precision() > LARGEST_SCALE) {
      throw new UnservableSchema("a number has more than " + LARGEST_SCALE + " digits");
    }
    return exact;
  }

  static boolean isWhole(BigDecimal number) {
    return number.signum() == 0 || number.stripTrailingZeros().scale() <= 0;
  }

  static boolean isMultiple(BigDecimal number, BigDecimal unit) {
    return unit.signum() > 0 && number.remainder(unit).signum() == 0;
  }
}
