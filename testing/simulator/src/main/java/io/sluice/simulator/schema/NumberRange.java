package io.sluice.simulator.schema;

import java.math.BigDecimal;
import java.math.MathContext;
import java.math.RoundingMode;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/**
 * The numbers that a schema allows.
 *
 * @param least the lower bound
 * @param above whether the lower bound itself is excluded
 * @param most the upper bound
 * @param below whether the upper bound itself is excluded
 * @param unit what each number is a multiple of
 */
record NumberRange(
    Optional<BigDecimal> least,
    boolean above,
    Optional<BigDecimal> most,
    boolean below,
    Optional<BigDecimal> unit) {
  /** How many numbers are offered. */
  private static final int OFFERED = 10;

  /** The most digits after the point that are tried to find a number between two bounds. */
  private static final int FINEST = 60;

  /** Which of the numbers of a range count. */
  enum Kind {
    ANY,
    WHOLE
  }

  static NumberRange of(Keywords keywords) {
    Optional<BigDecimal> minimum = bound(keywords, "minimum");
    Optional<BigDecimal> beyond = bound(keywords, "exclusiveMinimum");
    boolean above =
        beyond.isPresent() && minimum.map(m -> m.compareTo(beyond.get()) <= 0).orElse(true);
    Optional<BigDecimal> maximum = bound(keywords, "maximum");
    Optional<BigDecimal> before = bound(keywords, "exclusiveMaximum");
    boolean below =
        before.isPresent() && maximum.map(m -> m.compareTo(before.get()) >= 0).orElse(true);
    return new NumberRange(
        above ? beyond : minimum,
        above || isTrue(keywords, "exclusiveMinimum"),
        below ? before : maximum,
        below || isTrue(keywords, "exclusiveMaximum"),
        bound(keywords, "multipleOf"));
  }

  private static Optional<BigDecimal> bound(Keywords keywords, String name) {
    return keywords
        .value(name)
        .filter(Number.class::isInstance)
        .map(number -> JsonNumbers.exact((Number) number));
  }

  /** The older way to exclude a bound: true beside it. */
  private static boolean isTrue(Keywords keywords, String name) {
    return keywords.value(name).filter(Boolean.TRUE::equals).isPresent();
  }

  boolean contains(BigDecimal number) {
    boolean high = least.map(bound -> number.compareTo(bound) >= (above ? 1 : 0)).orElse(true);
    boolean low = most.map(bound -> number.compareTo(bound) <= (below ? -1 : 0)).orElse(true);
    return high && low && unit.map(step -> JsonNumbers.isMultiple(number, step)).orElse(true);
  }

  boolean contains(BigDecimal number, Kind kind) {
    return contains(number) && (kind == Kind.ANY || JsonNumbers.isWhole(number));
  }

  /** Some numbers that are contained, small ones first; empty if there seem to be none. */
  List<BigDecimal> samples(Kind kind) {
    boolean whole = kind == Kind.WHOLE;
    BigDecimal step = unit.orElse(BigDecimal.ONE);
    List<BigDecimal> found = multiples(step, kind);
    if (whole || unit.isPresent()) {
      // Between the multiples of 2.5 only each second one is whole.
      for (int times = 2; found.isEmpty() && whole && times <= 1000; times++) {
        found = multiples(step.multiply(BigDecimal.valueOf(times)), kind);
      }
      return found;
    }
    for (int digits = 1; found.isEmpty() && digits <= FINEST; digits++) {
      found = multiples(BigDecimal.ONE.movePointLeft(digits), kind);
    }
    return found;
  }

  private List<BigDecimal> multiples(BigDecimal step, Kind kind) {
    if (step.signum() <= 0) {
      return List.of();
    }
    BigDecimal next = first(step);
    boolean falling = least.isEmpty() && most.map(bound -> bound.signum() <= 0).orElse(false);
    var found = new ArrayList<BigDecimal>();
    for (int i = 0; i < OFFERED; i++) {
      if (contains(next, kind)) {
        found.add(plain(next));
      }
      next = falling ? next.subtract(step) : next.add(step);
    }
    return found;
  }

  /** The multiple next to the bound, or one step above zero if both bounds leave room for it. */
  private BigDecimal first(BigDecimal step) {
    if (contains(step) && least.map(bound -> bound.signum() <= 0).orElse(true)) {
      return step;
    }
    BigDecimal bound = least.or(() -> most).orElse(step);
    RoundingMode inwards = least.isPresent() ? RoundingMode.CEILING : RoundingMode.FLOOR;
    // More digits than any bound has, so that the quotient is rounded only once.
    BigDecimal times = bound.divide(step, new MathContext(1000, inwards)).setScale(0, inwards);
    return times.multiply(step);
  }

  private static BigDecimal plain(BigDecimal number) {
    return number.signum() == 0 ? BigDecimal.ZERO : number.stripTrailingZeros();
  }
}
