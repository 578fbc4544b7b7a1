package io.sluice.simulator.model;

import java.util.List;

/**
 * How tokens are chosen, and when to stop.
 *
 * @param temperature 0 (always the likeliest) to 2
 * @param topP uses only the likeliest tokens that together have this chance, 0 to 1
 * @param seed the same seed gives the same answer to the same prompt
 * @param stops texts that end the answer and are not part of it; none empty
 * @param maxTokens the most tokens the answer may have, at least 1
 */
public record Sampling(
    double temperature, double topP, long seed, List<String> stops, int maxTokens) {
  public Sampling {
    stops = List.copyOf(stops);
  }
}
