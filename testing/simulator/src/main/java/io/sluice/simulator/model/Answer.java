package io.sluice.simulator.model;

import java.util.Optional;

/** One answer of the model, read token by token. Mutable, one reader, not thread-safe. */
public final class Answer {
  private final AnswerWords tokens;
  private final Sampling sampling;
  private final StopText stops;
  private int count;
  private Optional<EndReason> reason = Optional.empty();

  Answer(AnswerWords tokens, Sampling sampling) {
    this.tokens = tokens;
    this.sampling = sampling;
    this.stops = new StopText(sampling.stops());
  }

  /**
   * The next part of the text, never empty: a token, or more if the beginning of a stop text had to
   * be held back. Empty at the end.
   */
  public Optional<String> next() {
    while (reason.isEmpty()) {
      String piece = piece();
      if (!piece.isEmpty()) {
        return Optional.of(piece);
      }
    }
    return Optional.empty();
  }

  private String piece() {
    if (count == sampling.maxTokens()) {
      return ended(EndReason.LENGTH);
    }
    Optional<String> token = tokens.next();
    if (token.isEmpty()) {
      return ended(EndReason.STOP);
    }
    count++;
    String piece = stops.add(token.get());
    if (stops.met()) {
      reason = Optional.of(EndReason.STOP);
    }
    return piece;
  }

  private String ended(EndReason why) {
    reason = Optional.of(why);
    return stops.rest();
  }

  /** The number of tokens sampled so far. */
  public int tokens() {
    return count;
  }

  /** Why the answer ended; empty while it has not. */
  public Optional<EndReason> reason() {
    return reason;
  }
}
