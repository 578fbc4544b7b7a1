package io.sluice.simulator.model;

import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/** The tokens of one answer, in order, before stop texts and bounds apply. Mutable, one reader. */
interface TokenSource {
  /** The next token; empty at the end. */
  Optional<ScoredToken> next();

  /** Tokens that are known from the beginning. */
  static TokenSource of(List<ScoredToken> tokens) {
    Iterator<ScoredToken> left = tokens.iterator();
    return () -> left.hasNext() ? Optional.of(left.next()) : Optional.empty();
  }

  /** A text that could not have been another. */
  static TokenSource certain(String text, Sampling sampling) {
    return of(
        WordTokenizer.tokens(text).stream()
            .map(token -> ScoredToken.certain(token, sampling))
            .toList());
  }

  /** These tokens, and the others after them. */
  default TokenSource then(TokenSource others) {
    return () -> next().or(others::next);
  }
}
