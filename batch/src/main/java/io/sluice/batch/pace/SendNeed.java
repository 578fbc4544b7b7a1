package io.sluice.batch.pace;

import io.sluice.limit.RateLimits.Unit;

/**
 * What one request uses of the limits.
 *
 * @param input the tokens of the prompt
 * @param output the tokens that the answer may have, before it has ended; then those that it has
 */
public record SendNeed(long input, long output) {

  /** How much of that unit the request uses. */
  public long of(Unit unit) {
    return switch (unit) {
      case REQUESTS -> 1;
      case TOKENS -> input + output;
      case INPUT_TOKENS -> input;
      case OUTPUT_TOKENS -> output;
    };
  }
}
