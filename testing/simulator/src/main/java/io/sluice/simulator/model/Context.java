package io.sluice.simulator.model;

/** The last tokens of an answer. Mutable, one answer. */
final class Context {
  private final int[] ring = new int[NextToken.ORDER];
  private int length;

  Context() {
    add(WordList.START);
  }

  void add(int token) {
    ring[length++ % ring.length] = token;
  }

  /** The token so many before the last; what was before the first is no token. */
  int back(int steps) {
    return steps < Math.min(length, ring.length) ? ring[(length - 1 - steps) % ring.length] : -1;
  }

  /** How many tokens there were, the start among them. */
  int length() {
    return length;
  }
}
