package io.sluice.langchain4j;

import dev.langchain4j.exception.RetriableException;
import dev.langchain4j.model.chat.response.ChatResponse;
import io.sluice.stream.Outcome;
import io.sluice.stream.StreamException;
import java.util.Objects;

/**
 * Thrown when the body of an answer ended before the answer did. It has what was received; its
 * cause is the {@link StreamException}.
 */
public final class TruncatedAnswerException extends RetriableException {

  private static final long serialVersionUID = 1L;

  private final transient Outcome outcome;

  TruncatedAnswerException(StreamException broken) {
    super("the answer was cut short: " + broken.getMessage(), broken);
    outcome = broken.outcome();
  }

  /** The answer so far, without a finish reason unless the server gave one. */
  public ChatResponse received() {
    return AnswerTranslation.response(outcome().completion());
  }

  /** How the stream ended, with everything received until then. */
  public Outcome outcome() {
    return Objects.requireNonNull(outcome, "the outcome does not survive serialization");
  }
}
