package io.sluice.simulator.model;

import java.util.List;

/**
 * A token of an answer, with the likeliest tokens of its place.
 *
 * @param likeliest the likeliest first, the token itself perhaps among them; empty unless they were
 *     asked for
 */
public record ScoredToken(TokenChance token, List<TokenChance> likeliest) {
  /** Copies the list. */
  public ScoredToken {
    likeliest = List.copyOf(likeliest);
  }

  /** A token that was the only one possible. */
  static ScoredToken certain(String text, Sampling sampling) {
    var token = new TokenChance(text, 1);
    return new ScoredToken(
        token, sampling.alternatives().orElse(0) == 0 ? List.of() : List.of(token));
  }

  /** The text of the token. */
  public String text() {
    return token.text();
  }

  /** The same token with only the beginning of its text. */
  ScoredToken cut(int length) {
    return new ScoredToken(new TokenChance(text().substring(0, length), token.chance()), likeliest);
  }
}
