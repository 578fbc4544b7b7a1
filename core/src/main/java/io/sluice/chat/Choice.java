package io.sluice.chat;

import java.util.Map;
import java.util.Objects;
import java.util.Optional;

/**
 * One of the answers to a request.
 *
 * @param index its number, from 0
 * @param message the answer so far
 * @param finishReason why it ended; absent while it has not
 * @param other fields of the choice that Sluice does not model, including {@code logprobs}
 */
public record Choice(
    int index, Message message, Optional<FinishReason> finishReason, Map<String, Json> other) {

  /** Copies {@code other}. */
  public Choice {
    Objects.requireNonNull(message, "message");
    Objects.requireNonNull(finishReason, "finishReason");
    other = Fields.copyOf(other);
  }

  /** Returns a copy of this choice with another message. */
  public Choice message(Message said) {
    return new Choice(index, said, finishReason, other);
  }
}
