package io.sluice.simulator.model;

/** How many tokens may still be said, in all parts of one choice together. Mutable, one reader. */
public final class TokenBudget {
  private int left;

  /**
   * A budget of so many tokens.
   *
   * @param most at least 0
   */
  public TokenBudget(int most) {
    this.left = most;
  }

  boolean isSpent() {
    return left == 0;
  }

  /** Takes one token; there must be one left. */
  void spend() {
    left--;
  }
}
