package io.sluice.chat;

import java.util.Objects;

/**
 * Why the model ended a choice. The set is the server's, so it is open.
 *
 * @param value the word on the wire, such as {@code "stop"}
 */
public record FinishReason(String value) {

  /** The model came to its natural end, or to a stop sequence. */
  public static final FinishReason STOP = new FinishReason("stop");

  /** The token limit cut the answer. */
  public static final FinishReason LENGTH = new FinishReason("length");

  /** A filter of the server withheld the rest. */
  public static final FinishReason CONTENT_FILTER = new FinishReason("content_filter");

  /** The model wants tools to be called. */
  public static final FinishReason TOOL_CALLS = new FinishReason("tool_calls");

  /** Refuses null. */
  public FinishReason {
    Objects.requireNonNull(value, "value");
  }

  /** Whether the answer is complete in form but cut in substance: {@code length}, a filter. */
  public boolean cutsTheAnswer() {
    return equals(LENGTH) || equals(CONTENT_FILTER);
  }

  /** The word on the wire. */
  @Override
  public String toString() {
    return value;
  }
}
