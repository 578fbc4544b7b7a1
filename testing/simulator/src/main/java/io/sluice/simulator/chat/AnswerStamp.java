package io.sluice.simulator.chat;

import java.time.Instant;

/**
 * What one answer is known by.
 *
 * @param id hexadecimal digits, another for each answer; APIs add a beginning of their own
 * @param created when the answer was begun
 * @param model the model that the request names
 * @param promptTokens the number of tokens of the request's texts
 */
public record AnswerStamp(String id, Instant created, String model, int promptTokens) {

  static AnswerStamp of(ChatAsk ask, long random) {
    return new AnswerStamp(
        Long.toHexString(random), Instant.now(), ask.model(), ask.promptTokens());
  }
}
