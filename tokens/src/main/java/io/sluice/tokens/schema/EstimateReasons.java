package io.sluice.tokens.schema;

import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/**
 * The constructs of a request that no rule covers, each once and in the order they were met. Only
 * the first 20 are kept. Mutable; for one thread at a time.
 */
public final class EstimateReasons {
  private static final int MOST = 20;
  private static final int LONGEST = 100;

  private final Set<String> found;
  private final String place;

  private EstimateReasons(Set<String> found, String place) {
    this.found = found;
    this.place = place;
  }

  /** No reasons yet. */
  public EstimateReasons() {
    this(new LinkedHashSet<>(), "");
  }

  /** The same reasons; those added by the result begin with that place. */
  public EstimateReasons in(String where) {
    return new EstimateReasons(found, shortened(where) + ": ");
  }

  /** Adds a construct, such as {@code allOf}. */
  public void add(String construct) {
    if (found.size() < MOST) {
      found.add(place + shortened(construct));
    }
  }

  /** All that were added. */
  public List<String> list() {
    return List.copyOf(found);
  }

  private static String shortened(String text) {
    return text.length() > LONGEST ? text.substring(0, LONGEST) + "…" : text;
  }
}
