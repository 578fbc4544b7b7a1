package io.sluice.chat;

import java.util.Objects;

/**
 * The number of tokens as the server reports it, never Sluice's own count.
 *
 * @param promptTokens tokens of the request; 0 if the server left it out
 * @param completionTokens tokens of the answer, hidden reasoning included; 0 if left out
 * @param totalTokens the total as the server gave it, or the sum of the other two if left out
 * @param json the whole object verbatim, with details Sluice does not model
 */
public record Usage(long promptTokens, long completionTokens, long totalTokens, Json json) {

  /** Refuses null. */
  public Usage {
    Objects.requireNonNull(json, "json");
  }
}
