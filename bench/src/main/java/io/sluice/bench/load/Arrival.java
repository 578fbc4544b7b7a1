package io.sluice.bench.load;

import java.util.Arrays;
import java.util.Locale;
import java.util.SplittableRandom;

/**
 * How the requests of an open load are spread over time. Immutable.
 *
 * <p>The delays of a schedule are scaled so that they have exactly the mean that the rate asks for:
 * two schedules of one rate differ in their bursts only.
 */
public final class Arrival {

  private static final String EXPECTED = "use constant, poisson or gamma:SHAPE, such as gamma:0.5";

  private final String name;
  private final double shape;

  private Arrival(String name, double shape) {
    this.name = name;
    this.shape = shape;
  }

  /** The same delay between any two requests. */
  public static Arrival constant() {
    return new Arrival("constant", Double.POSITIVE_INFINITY);
  }

  /** Independent users: exponential delays. */
  public static Arrival poisson() {
    return new Arrival("poisson", 1);
  }

  /**
   * Delays of a gamma distribution: below 1 burstier than {@link #poisson}, above 1 more regular.
   *
   * @throws IllegalArgumentException if the shape is not positive and finite
   */
  public static Arrival gamma(double shape) {
    if (!(shape > 0) || Double.isInfinite(shape)) {
      throw new IllegalArgumentException("a shape of " + shape + " is none; " + EXPECTED);
    }
    return new Arrival("gamma:" + (shape == Math.rint(shape) ? "" + (long) shape : shape), shape);
  }

  /**
   * Reads {@code constant}, {@code poisson} or {@code gamma:SHAPE}.
   *
   * @throws IllegalArgumentException in one line, for anything else
   */
  public static Arrival parse(String text) {
    String word = text.strip().toLowerCase(Locale.ROOT);
    if (word.equals("constant")) {
      return constant();
    }
    if (word.equals("poisson")) {
      return poisson();
    }
    if (word.startsWith("gamma:")) {
      try {
        return gamma(Double.parseDouble(word.substring("gamma:".length())));
      } catch (NumberFormatException none) {
        throw new IllegalArgumentException("'" + text + "' is no arrival; " + EXPECTED, none);
      }
    }
    throw new IllegalArgumentException("'" + text + "' is no arrival; " + EXPECTED);
  }

  /**
   * The moments of {@code count} requests in nanoseconds since the start of the level, ascending.
   * The same seed gives the same moments. The last one lies one mean delay before {@code count /
   * rate} at a constant rate, and never behind it.
   */
  public long[] schedule(double rate, int count, long seed) {
    double[] delays = new double[count];
    var random = new SplittableRandom(seed);
    for (int i = 0; i < count; i++) {
      delays[i] = Double.isInfinite(shape) ? 1 : GammaSample.of(shape, random);
    }
    double sum = Arrays.stream(delays).sum();
    double scale = sum == 0 ? 0 : count / rate * 1e9 / sum;
    long[] moments = new long[count];
    double at = 0;
    for (int i = 0; i < count; i++) {
      moments[i] = (long) at;
      at += delays[i] * scale;
    }
    return moments;
  }

  /** The text that {@link #parse} reads. */
  @Override
  public String toString() {
    return name;
  }
}
