package io.sluice.stream;

import java.util.Optional;

/**
 * Keeps an answer within {@link #MOST} characters, all choices and kinds of text together: a server
 * that never ends must not fill the heap of whoever accumulates. Mutable; guarded by its owner's
 * lock.
 */
final class AnswerBound {

  /** 64 Mi characters. */
  static final long MOST = 64L << 20;

  private long characters;

  Optional<Failure> add(Chunk chunk) {
    for (Delta delta : chunk.deltas()) {
      characters += length(delta);
    }
    return characters <= MOST
        ? Optional.empty()
        : Optional.of(
            new Failure.Protocol("the answer is longer than " + MOST + " characters", ""));
  }

  private static int length(Delta delta) {
    if (delta instanceof Delta.Text text) {
      return text.text().length();
    }
    if (delta instanceof Delta.Reasoning reasoning) {
      return reasoning.text().length();
    }
    if (delta instanceof Delta.Refusal refusal) {
      return refusal.text().length();
    }
    if (delta instanceof Delta.ToolCall call) {
      return call.id().length() + call.name().length() + call.arguments().length();
    }
    return delta instanceof Delta.Other other ? other.value().text().length() : 0;
  }
}
