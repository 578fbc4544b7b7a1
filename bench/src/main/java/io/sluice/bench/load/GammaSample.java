package io.sluice.bench.load;

import java.util.SplittableRandom;

/** Samples of the gamma distribution with scale 1, by the method of Marsaglia and Tsang (2000). */
final class GammaSample {

  private GammaSample() {}

  static double of(double shape, SplittableRandom random) {
    if (shape == 1) {
      return -Math.log(positive(random));
    }
    if (shape < 1) {
      return of(shape + 1, random) * Math.pow(positive(random), 1 / shape);
    }
    double d = shape - 1.0 / 3;
    double c = 1 / Math.sqrt(9 * d);
    while (true) {
      double normal = normal(random);
      double cubed = Math.pow(1 + c * normal, 3);
      if (cubed > 0
          && Math.log(positive(random))
              < normal * normal / 2 + d - d * cubed + d * Math.log(cubed)) {
        return d * cubed;
      }
    }
  }

  private static double normal(SplittableRandom random) {
    return Math.sqrt(-2 * Math.log(positive(random))) * Math.cos(2 * Math.PI * random.nextDouble());
  }

  /** A number above 0 and at most 1, of which a logarithm exists. */
  private static double positive(SplittableRandom random) {
    return 1 - random.nextDouble();
  }
}
