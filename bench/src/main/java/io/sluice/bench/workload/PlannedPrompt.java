package io.sluice.bench.workload;

import io.sluice.chat.Message;
import java.util.List;
import java.util.OptionalInt;

/**
 * What one request asks.
 *
 * @param messages the messages, at least one
 * @param outputTokens how long the answer should be; empty if that is not said
 */
public record PlannedPrompt(List<Message> messages, OptionalInt outputTokens) {

  /** Copies the list. */
  public PlannedPrompt {
    messages = List.copyOf(messages);
  }

  /** A prompt that is one message of the user. */
  public static PlannedPrompt of(String text, OptionalInt outputTokens) {
    return new PlannedPrompt(List.of(Message.user(text)), outputTokens);
  }
}
