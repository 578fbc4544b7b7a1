package io.sluice.stream;

import io.sluice.accumulate.ProgressAccumulator;
import java.time.Duration;
import java.util.Optional;
import java.util.OptionalDouble;

/**
 * How far an answer is, or was when it ended. Immutable: one look at a {@link ProgressAccumulator},
 * whose clock tells the times. Only Sluice implements it, so more may be told in later versions.
 */
public interface Progress {

  /** The time since the start; it stands still once the answer has ended. */
  Duration elapsed();

  /**
   * When the request that was answered was written, since the start: as the chunk tells it that
   * took the least time to arrive here. Empty before the first chunk.
   */
  Optional<Duration> sent();

  /** When the first chunk with tokens arrived, since the start. */
  Optional<Duration> firstToken();

  /** The longest time between two chunks; empty before the second: an answer in one has none. */
  Optional<Duration> longestGap();

  /** The number of chunks that have arrived. */
  long chunks();

  /** The last retry, if there was one. */
  Optional<Retry> retry();

  /** The time since the last retry was announced; zero if there was none. */
  Duration sinceRetry();

  /** The marks that the chunks have set, each since the request was written. */
  Timing timing();

  /** The outcome of the answer; absent until it is known. */
  Optional<Outcome> outcome();

  /**
   * For how long tokens have been coming: from the first until now, and of an answer that has ended
   * from the first to the last. Zero before the first.
   */
  Duration generating();

  /** How many of so many tokens came in a second, as {@link #rate(long, Duration)} tells it. */
  default OptionalDouble rate(long tokens) {
    return rate(tokens, generating());
  }

  /**
   * How many a second so many tokens in that time are; empty for fewer than two tokens and for less
   * than a millisecond, which tell no rate.
   */
  static OptionalDouble rate(long tokens, Duration time) {
    return tokens < 2 || time.toMillis() < 1
        ? OptionalDouble.empty()
        : OptionalDouble.of(tokens / (time.toNanos() / 1e9));
  }
}
