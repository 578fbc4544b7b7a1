package io.sluice.simulator.model;

import java.util.ArrayDeque;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Queue;

/** One answer of the model, read token by token. Mutable, one reader, not thread-safe. */
public final class Answer {
  private final TokenSource tokens;
  private final TokenBudget budget;
  private final StopText stops;

  /** The tokens whose text has not been passed on, though a beginning may have been released. */
  private final Queue<ScoredToken> pending = new ArrayDeque<>();

  private int released;
  private int count;
  private Optional<EndReason> reason = Optional.empty();

  Answer(TokenSource tokens, Sampling sampling, TokenBudget budget) {
    this.tokens = tokens;
    this.budget = budget;
    this.stops = new StopText(sampling.stops());
  }

  /**
   * The next part of the text: a token, or more if the beginning of a stop text had to be held
   * back. Empty at the end.
   */
  public Optional<AnswerPiece> next() {
    while (reason.isEmpty()) {
      List<ScoredToken> piece = piece();
      if (!piece.isEmpty()) {
        return Optional.of(new AnswerPiece(piece));
      }
    }
    return Optional.empty();
  }

  private List<ScoredToken> piece() {
    if (budget.isSpent()) {
      // A text that ends by itself at its bound cannot be told from one that was cut.
      return ended(EndReason.LENGTH);
    }
    Optional<ScoredToken> token = tokens.next();
    if (token.isEmpty()) {
      return ended(EndReason.STOP);
    }
    budget.spend();
    count++;
    pending.add(token.get());
    String text = stops.add(token.get().text());
    if (stops.met()) {
      reason = Optional.of(EndReason.STOP);
    }
    return passOn(text);
  }

  private List<ScoredToken> ended(EndReason why) {
    reason = Optional.of(why);
    return passOn(stops.rest());
  }

  /** The tokens that are complete now; at the end of the answer also one that was cut. */
  private List<ScoredToken> passOn(String text) {
    released += text.length();
    var whole = new ArrayList<ScoredToken>();
    for (ScoredToken first = pending.peek();
        first != null && first.text().length() <= released;
        first = pending.peek()) {
      released -= first.text().length();
      whole.add(pending.remove());
    }
    if (reason.isPresent() && released > 0) {
      whole.add(pending.remove().cut(released));
    }
    return whole;
  }

  /** The number of tokens sampled so far. */
  public int tokens() {
    return count;
  }

  /** The stop text that ended the answer; empty if none did. */
  public Optional<String> stopText() {
    return stops.found();
  }

  /** Why the answer ended; empty while it has not. */
  public Optional<EndReason> reason() {
    return reason;
  }
}
