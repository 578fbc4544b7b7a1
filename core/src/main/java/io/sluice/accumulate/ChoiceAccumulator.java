package io.sluice.accumulate;

import io.sluice.chat.Choice;
import io.sluice.chat.FinishReason;
import io.sluice.chat.Message;
import io.sluice.chat.Role;
import io.sluice.stream.Delta;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Folds the deltas of one choice. Mutable; for one thread at a time. */
final class ChoiceAccumulator {

  private final int index;
  private final RetainedSize size;
  private @Nullable ToolCallsAccumulator toolCalls;
  private final FieldsAccumulator ofChoice;
  private final FieldsAccumulator ofMessage;
  private Role role = Role.ASSISTANT;
  private @Nullable StringBuilder content;
  private @Nullable StringBuilder reasoning;
  private @Nullable StringBuilder refusal;
  private @Nullable FinishReason finishReason;
  private long finishedBy;
  private boolean takenBack;

  ChoiceAccumulator(int index, RetainedSize size) {
    this.index = index;
    this.size = size;
    this.ofChoice = new FieldsAccumulator(size);
    this.ofMessage = new FieldsAccumulator(size);
    size.addPart();
  }

  int index() {
    return index;
  }

  /** Adds a delta of the {@code chunk}th chunk; tokens of a later chunk cancel a finish. */
  void add(Delta delta, long chunk) {
    if (finishReason != null && chunk != finishedBy && delta.carriesTokens()) {
      takenBack = true;
    }
    if (delta instanceof Delta.Text text) {
      content = appended(content, text.text());
    } else if (delta instanceof Delta.Reasoning thought) {
      reasoning = appended(reasoning, thought.text());
    } else if (delta instanceof Delta.Refusal refused) {
      refusal = appended(refusal, refused.text());
    } else if (delta instanceof Delta.ToolCall call) {
      toolCalls = toolCalls == null ? new ToolCallsAccumulator(size) : toolCalls;
      toolCalls.add(call);
    } else if (delta instanceof Delta.Role named) {
      role = named.role();
    } else if (delta instanceof Delta.Finish finish) {
      finishReason = finish.reason();
      finishedBy = chunk;
      takenBack = false;
    } else if (delta instanceof Delta.Other other) {
      (other.place() == Delta.Place.CHOICE ? ofChoice : ofMessage).add(other);
    }
  }

  /** The choice so far; without a finish reason that was cancelled. */
  Choice result() {
    return choice(takenBack ? Optional.empty() : Optional.ofNullable(finishReason));
  }

  /** The choice of a complete answer: its finish reason is the last one, cancelled or not. */
  Choice completed() {
    return choice(Optional.ofNullable(finishReason));
  }

  private Choice choice(Optional<FinishReason> reason) {
    Message.Builder message = Message.builder(role).other(ofMessage.result());
    text(content).ifPresent(message::content);
    text(reasoning).ifPresent(message::reasoning);
    text(refusal).ifPresent(message::refusal);
    if (toolCalls != null) {
      message.toolCalls(toolCalls.calls());
      toolCalls.functionCall().ifPresent(message::functionCall);
    }
    return new Choice(index, message.build(), reason, ofChoice.result());
  }

  private StringBuilder appended(@Nullable StringBuilder builder, String text) {
    size.add(text.length());
    return (builder == null ? new StringBuilder() : builder).append(text);
  }

  private static Optional<String> text(@Nullable StringBuilder builder) {
    return Optional.ofNullable(builder).map(StringBuilder::toString);
  }
}
