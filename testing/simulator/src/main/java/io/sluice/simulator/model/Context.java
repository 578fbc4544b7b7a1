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

  /** The token {@code steps} before the last; before the first there is no token. */
  int back(int steps) {
    return steps < Math.min(length, ring.length) ? ring[(length - 1 - steps) % ring.length] : -1;
  }

  /** The number of tokens, including the start. */
  int length() {
    return length;
  }
}
