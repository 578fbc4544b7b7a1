package io.sluice.stream;

import io.sluice.chat.Choice;
import io.sluice.chat.FinishReason;
import io.sluice.chat.Message;
import io.sluice.chat.Role;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Folds the deltas of one choice. Mutable; for one thread at a time. */
final class ChoiceAccumulator {

  private final int index;
  private final ToolCallsAccumulator toolCalls = new ToolCallsAccumulator();
  private final FieldsAccumulator ofChoice = new FieldsAccumulator();
  private final FieldsAccumulator ofMessage = new FieldsAccumulator();
  private Role role = Role.ASSISTANT;
  private @Nullable StringBuilder content;
  private @Nullable StringBuilder reasoning;
  private @Nullable StringBuilder refusal;
  private @Nullable FinishReason finishReason;

  ChoiceAccumulator(int index) {
    this.index = index;
  }

  void add(Delta delta) {
    if (delta instanceof Delta.Text text) {
      content = appended(content, text.text());
    } else if (delta instanceof Delta.Reasoning thought) {
      reasoning = appended(reasoning, thought.text());
    } else if (delta instanceof Delta.Refusal refused) {
      refusal = appended(refusal, refused.text());
    } else if (delta instanceof Delta.ToolCall call) {
      toolCalls.add(call);
    } else if (delta instanceof Delta.Role named) {
      role = named.role();
    } else if (delta instanceof Delta.Finish finish) {
      finishReason = finish.reason();
    } else if (delta instanceof Delta.Other other) {
      (other.place() == Delta.Place.CHOICE ? ofChoice : ofMessage).add(other.name(), other.value());
    }
  }

  Choice result() {
    var message =
        new Message(
            role,
            text(content),
            text(reasoning),
            text(refusal),
            toolCalls.calls(),
            toolCalls.functionCall(),
            ofMessage.result());
    return new Choice(index, message, Optional.ofNullable(finishReason), ofChoice.result());
  }

  private static StringBuilder appended(@Nullable StringBuilder builder, String text) {
    return (builder == null ? new StringBuilder() : builder).append(text);
  }

  private static Optional<String> text(@Nullable StringBuilder builder) {
    return Optional.ofNullable(builder).map(StringBuilder::toString);
  }
}
