package io.sluice.simulator.model;

import java.util.SplittableRandom;

/** Chooses a token by its chance, with temperature and nucleus. Mutable, one answer. */
final class Sampler {
  /**
   * The exponent applied to the model's counts. A small text makes rare tokens look likelier than
   * they are; with this value, temperature 1 reads well and 1.8 produces nonsense.
   */
  private static final double SHARPNESS = 2.4;

  private final double temperature;
  private final double topP;
  private final SplittableRandom random;

  Sampler(double temperature, double topP, long seed) {
    this.temperature = temperature;
    this.topP = topP;
    this.random = new SplittableRandom(seed);
  }

  int choose(double[] chances) {
    int likeliest = likeliest(chances);
    if (temperature == 0) {
      return likeliest;
    }
    double[] tempered = new double[chances.length];
    double total = 0;
    for (int token = 0; token < chances.length; token++) {
      // Relative to the likeliest, so that a low temperature does not underflow to nothing.
      double relative = chances[token] / chances[likeliest];
      tempered[token] = relative == 0 ? 0 : Math.pow(relative, SHARPNESS / temperature);
      total += tempered[token];
    }
    return topP < 1 ? nucleus(tempered, total) : draw(tempered, total);
  }

  private static int likeliest(double[] chances) {
    int best = 0;
    for (int token = 1; token < chances.length; token++) {
      best = chances[token] > chances[best] ? token : best;
    }
    return best;
  }

  /** Draws among the likeliest tokens that together reach the nucleus; at least one. */
  private int nucleus(double[] chances, double total) {
    double[] kept = new double[chances.length];
    double mass = 0;
    while (mass < topP * total) {
      int best = likeliest(chances);
      if (chances[best] == 0) {
        break;
      }
      kept[best] = chances[best];
      mass += chances[best];
      chances[best] = 0;
    }
    return mass == 0 ? likeliest(chances) : draw(kept, mass);
  }

  private int draw(double[] chances, double total) {
    double left = random.nextDouble() * total;
    int last = 0;
    for (int token = 0; token < chances.length; token++) {
      if (chances[token] > 0) {
        last = token;
        left -= chances[token];
        if (left < 0) {
          return token;
        }
      }
    }
    return last;
  }
}
