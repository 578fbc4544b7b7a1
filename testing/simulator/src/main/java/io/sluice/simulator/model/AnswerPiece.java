package io.sluice.simulator.model;

import java.util.List;
import java.util.stream.Collectors;

/**
 * What an answer says next.
 *
 * @param tokens at least one; the last of an answer may be cut by a stop text
 */
public record AnswerPiece(List<ScoredToken> tokens) {
  /** Copies the list. */
  public AnswerPiece {
    tokens = List.copyOf(tokens);
  }

  /** The text of the tokens, never empty. */
  public String text() {
    return tokens.stream().map(ScoredToken::text).collect(Collectors.joining());
  }
}
