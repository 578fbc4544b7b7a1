package io.sluice.simulator.model;

/**
 * A token and how likely it was.
 *
 * @param chance above 0, at most 1
 */
public record TokenChance(String text, double chance) {

  /** The natural logarithm of the chance. */
  public double logarithm() {
    return Math.log(chance);
  }
}
