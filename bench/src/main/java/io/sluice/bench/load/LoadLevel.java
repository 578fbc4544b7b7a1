package io.sluice.bench.load;

import java.math.BigDecimal;
import java.math.MathContext;

/**
 * How much load is put on the server at once. Immutable. A minor version may add cases, so a switch
 * over them needs a default.
 */
public sealed interface LoadLevel {

  /** The word for the kind of load in reports. */
  String kind();

  /** The number that the levels of one benchmark differ in. */
  double value();

  /** The level as people read it, such as {@code 8 at once}. */
  String label();

  /**
   * A closed load: so many streams at once, each followed by the next as soon as it ends.
   *
   * @param concurrency how many streams, at least 1
   */
  record Closed(int concurrency) implements LoadLevel {

    /** Refuses less than one stream. */
    public Closed {
      if (concurrency < 1) {
        throw new IllegalArgumentException(
            "a concurrency of " + concurrency + " sends nothing; use at least 1");
      }
    }

    @Override
    public String kind() {
      return "closed";
    }

    @Override
    public double value() {
      return concurrency;
    }

    @Override
    public String label() {
      return concurrency + " at once";
    }
  }

  /**
   * A closed load that grows: it begins with some streams and adds others at even intervals.
   *
   * @param ramp from how many streams to how many, and in what time
   */
  record Rising(Ramp ramp) implements LoadLevel {

    @Override
    public String kind() {
      return "ramp";
    }

    @Override
    public double value() {
      return ramp.to();
    }

    @Override
    public String label() {
      return ramp.toString();
    }
  }

  /**
   * An open load: requests come by a schedule, however many are still under way.
   *
   * @param rate requests a second, above 0
   */
  record Open(double rate) implements LoadLevel {
    private static final int DIGITS = 4;

    /** Refuses a rate that is not positive. */
    public Open {
      if (!(rate > 0) || Double.isInfinite(rate)) {
        throw new IllegalArgumentException("a rate of " + rate + " sends nothing; use above 0");
      }
    }

    @Override
    public String kind() {
      return "open";
    }

    @Override
    public double value() {
      return rate;
    }

    /** A whole rate in full, any other to four digits that count. */
    @Override
    public String label() {
      BigDecimal exact = BigDecimal.valueOf(rate);
      BigDecimal shown = rate == Math.rint(rate) ? exact : exact.round(new MathContext(DIGITS));
      return shown.stripTrailingZeros().toPlainString() + "/s";
    }
  }
}
