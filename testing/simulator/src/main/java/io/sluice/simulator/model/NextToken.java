package io.sluice.simulator.model;

import java.util.Arrays;

/**
 * The model proper: how likely each token is after the last few. Every order from none to {@value
 * #ORDER} tokens of context is asked, and each is trusted over the shorter ones by how much it has
 * seen and how much it was surprised (Witten and Bell's back-off). Mutable, one answer.
 */
final class NextToken {
  static final int ORDER = 4;

  /** What a context must weigh to be heard at all. */
  private static final double DOUBT = 0.05;

  /** How much what a context was surprised by counts against it. */
  private static final double SURPRISE = 0.5;

  /** The chance left to every word at any place; only a high temperature finds it. */
  private static final double FANCY = 0.15;

  /** How far a long context is trusted at a seam. */
  private static final double AT_SEAM = 0.1;

  /** What a place already told is still worth, so that the model does not go round in circles. */
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

  /** The chance of each token after these; the array is this object's own and changes next time. */
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

  /** Remembers that the places which led to this token have been told. */
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

  /** How many tokens before and at a place are the context's, up to the order of the model. */
  private int shared(Context context, int place) {
    int shared = 0;
    while (shared < ORDER
        && place >= shared
        && context.back(shared) == corpus.token(place - shared)) {
      // What stands before a page's start belongs to another page.
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
    // Variety is what a seam is for; a longer context would only bring back the same page.
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
