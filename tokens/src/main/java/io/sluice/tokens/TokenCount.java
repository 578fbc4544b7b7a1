package io.sluice.tokens;

import java.util.Objects;

/**
 * A number of tokens, and how far it is to be trusted.
 *
 * @param tokens how many
 * @param basis what the figure rests on
 */
public record TokenCount(long tokens, Basis basis) {

  /** Refuses null. */
  public TokenCount {
    Objects.requireNonNull(basis, "basis");
  }

  /** Returns the sum of both counts, with the basis of the less trusted one. */
  public TokenCount plus(TokenCount other) {
    return new TokenCount(tokens + other.tokens, basis.and(other.basis));
  }
}
