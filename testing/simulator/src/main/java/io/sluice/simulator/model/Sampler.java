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
  private final double sharpness;
  private final SplittableRandom random;

  private Sampler(Sampling sampling, double sharpness) {
    this.temperature = sampling.temperature();
    this.topP = sampling.topP();
    this.sharpness = sharpness;
    this.random = new SplittableRandom(sampling.seed());
  }

  /** A sampler for the words of the model. */
  static Sampler ofWords(Sampling sampling) {
    return new Sampler(sampling, SHARPNESS);
  }

  /** A sampler for weights that are meant as they are. */
  static Sampler ofWeights(Sampling sampling) {
    return new Sampler(sampling, 1);
  }

  /** The chance of a word that has lost so much, counted as the exponents of words are. */
  static double reduced(double chance, double loss) {
    return chance * Math.exp(-loss / SHARPNESS);
  }

  /**
   * The probability of each choice at this temperature, together 1, before the nucleus; at
   * temperature 0, where chance has no part, that of temperature 1.
   */
  double[] probabilities(double[] chances) {
    double[] tempered = tempered(chances, temperature == 0 ? 1 : temperature);
    double total = sum(tempered);
    for (int token = 0; token < tempered.length; token++) {
      tempered[token] /= total;
    }
    return tempered;
  }

  int choose(double[] chances) {
    int likeliest = likeliest(chances);
    if (temperature == 0) {
      return likeliest;
    }
    double[] tempered = tempered(chances, temperature);
    double total = sum(tempered);
    return topP < 1 ? nucleus(tempered, total) : draw(tempered, total);
  }

  private double[] tempered(double[] chances, double temperature) {
    int likeliest = likeliest(chances);
    double[] tempered = new double[chances.length];
    for (int token = 0; token < chances.length; token++) {
      // Relative to the likeliest, so that a low temperature does not underflow to nothing.
      double relative = chances[token] / chances[likeliest];
      tempered[token] = relative == 0 ? 0 : Math.pow(relative, sharpness / temperature);
    }
    return tempered;
  }

  private static double sum(double[] chances) {
    double sum = 0;
    for (double chance : chances) {
      sum += chance;
    }
    return sum;
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
