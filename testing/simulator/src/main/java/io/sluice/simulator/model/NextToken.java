package io.sluice.simulator.model;

import java.util.Arrays;

/**
 * Computes how likely each token is after the last few. It combines contexts of zero to {@value
 * #ORDER} tokens. The weight of each over the shorter ones depends on how often it was seen and on
 * how many different tokens followed it (Witten and Bell's back-off). Mutable, one answer.
 */
final class NextToken {
  static final int ORDER = 4;

  /** Reduces the trust in contexts of little weight. */
  private static final double DOUBT = 0.05;

  /** How much the variety of the tokens after a context counts against it. */
  private static final double SURPRISE = 0.5;

  /**
   * The share of the chances that ignores the context; only a high temperature makes it visible.
   */
  private static final double FANCY = 0.15;

  /** The factor for a longer context at a seam. */
  private static final double AT_SEAM = 0.1;

  /** The factor for a place that was already used, so that the model does not repeat itself. */
  private static final double TOLD = 0.04;

  private final Corpus corpus;
  private final double[] weights;
  private final boolean[] told;
  private final double[] chances;
  private final double[] alone;
  private final double[] seen;
  private final int[] found;
  private final int[] depth;
  private int matches;

  NextToken(Corpus corpus, double[] weights) {
    this.corpus = corpus;
    this.weights = weights;
    this.told = new boolean[corpus.length()];
    this.chances = new double[corpus.vocabulary().size()];
    this.alone = new double[chances.length];
    this.seen = new double[chances.length];
    this.found = new int[corpus.length()];
    this.depth = new int[corpus.length()];
    withoutContext();
  }

  private void withoutContext() {
    double total = 0;
    for (int i = 0; i < corpus.length(); i++) {
      double weight = weights[corpus.page(i)];
      if (corpus.token(i) > WordList.END) {
        alone[corpus.token(i)] += weight;
        total += weight;
      }
    }
    for (int token = 0; token < alone.length; token++) {
      alone[token] /= total;
    }
  }

  /** The chance of each token after this context; the array is reused by the next call. */
  double[] after(Context context) {
    System.arraycopy(alone, 0, chances, 0, alone.length);
    find(context);
    boolean seam = corpus.vocabulary().isSeam(Math.max(0, context.back(0)));
    for (int order = 1; order <= ORDER; order++) {
      blend(order, seam);
    }
    for (int token = 0; token < chances.length; token++) {
      chances[token] = (1 - FANCY) * chances[token] + FANCY * alone[token];
    }
    return chances;
  }

  /** Marks the places that led to this token as used. */
  void chose(int token) {
    for (int i = 0; i < matches; i++) {
      if (depth[i] == ORDER && corpus.token(found[i] + 1) == token) {
        told[found[i]] = true;
      }
    }
  }

  private void find(Context context) {
    int last = context.back(0);
    matches = 0;
    for (int i = 0; i < corpus.occurrences(last); i++) {
      int place = corpus.occurrence(last, i);
      if (corpus.token(place) != WordList.END) {
        found[matches] = place;
        depth[matches++] = shared(context, place);
      }
    }
  }

  /**
   * The number of tokens up to a place that equal the end of the context, at most the model's
   * order.
   */
  private int shared(Context context, int place) {
    int shared = 0;
    while (shared < ORDER
        && place >= shared
        && context.back(shared) == corpus.token(place - shared)) {
      // The tokens before a page's start belong to another page.
      if (corpus.token(place - shared) == WordList.START) {
        return ORDER;
      }
      shared++;
    }
    return shared;
  }

  private static double trust(int order, boolean seam, double total, double kinds) {
    if (!seam) {
      return total / (total + SURPRISE * kinds + DOUBT);
    }
    // A seam is where the text should vary; a longer context would only continue the same page.
    return (order == 1 ? 1 : AT_SEAM) * total / (total + DOUBT);
  }

  private void blend(int order, boolean seam) {
    Arrays.fill(seen, 0);
    double total = 0;
    double kinds = 0;
    for (int i = 0; i < matches; i++) {
      if (depth[i] >= order) {
        int token = corpus.token(found[i] + 1);
        double weight = weights[corpus.page(found[i])] * (told[found[i]] ? TOLD : 1);
        kinds += Math.max(0, weight - seen[token]);
        seen[token] += weight;
        total += weight;
      }
    }
    if (total > 0) {
      double trust = trust(order, seam, total, kinds);
      for (int token = 0; token < chances.length; token++) {
        chances[token] = (1 - trust) * chances[token] + trust * seen[token] / total;
      }
    }
  }
}
