package io.sluice.tokens;

import java.util.Locale;

/** How far a count is to be trusted. The order is that of trust. */
public enum Basis {
  /** The model is known to use this encoding. */
  EXACT,
  /** The model is unknown, but named like its maker's others, which use this encoding. */
  ASSUMED,
  /** Another maker's model, or a part that no published rule counts: the figure is a guide. */
  ESTIMATED;

  /** The word in machine-readable output, such as {@code "exact"}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The less trusted of the two: what a sum is worth. */
  public Basis and(Basis other) {
    return compareTo(other) >= 0 ? this : other;
  }
}
