package io.sluice.simulator.model;

import java.util.List;
import java.util.OptionalInt;

/**
 * How tokens are chosen, and what ends an answer.
 *
 * @param temperature 0 (always the likeliest) to 2
 * @param topP uses only the likeliest tokens that together have this chance, 0 to 1
 * @param seed the same seed gives the same answer to the same prompt
 * @param penalties how much a token loses by having been said
 * @param stops texts that end the answer and are not part of it; none empty
 * @param alternatives how many of the likeliest tokens are told with each token; if absent, the
 *     chance of a token is not computed either
 */
public record Sampling(
    double temperature,
    double topP,
    long seed,
    Penalties penalties,
    List<String> stops,
    OptionalInt alternatives) {

  /**
   * What a token loses for the next place.
   *
   * @param frequency for each time it was said, -2 to 2
   * @param presence once if it was said at all, -2 to 2
   */
  public record Penalties(double frequency, double presence) {
    /** Penalties that change nothing. */
    public static final Penalties NONE = new Penalties(0, 0);
  }

  /** Copies the lists. */
  public Sampling {
    stops = List.copyOf(stops);
  }

  /** The same with another seed. */
  public Sampling withSeed(long other) {
    return new Sampling(temperature, topP, other, penalties, stops, alternatives);
  }

  /** The same without stop texts. */
  public Sampling withoutStops() {
    return new Sampling(temperature, topP, seed, penalties, List.of(), alternatives);
  }
}
