package io.sluice.stream;

import java.time.Duration;
import java.util.Objects;
import java.util.Optional;

/**
 * Raw marks, each measured from the moment the request was written (of the attempt that answered).
 * Every other figure is derived from them.
 *
 * @param headers the response head was read
 * @param firstChunk the first chunk was decoded
 * @param firstToken the first non-empty text, reasoning, refusal or tool-call delta
 * @param firstContent the first non-empty text delta
 * @param lastToken the last delta that counts as a token mark
 * @param total the end was decided
 * @param attempts how often the request was sent, at least 1 once anything was
 */
public record Timing(
    Optional<Duration> headers,
    Optional<Duration> firstChunk,
    Optional<Duration> firstToken,
    Optional<Duration> firstContent,
    Optional<Duration> lastToken,
    Optional<Duration> total,
    int attempts) {

  /** Nothing has happened. */
  public static final Timing NONE =
      new Timing(
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          Optional.empty(),
          0);

  /** Refuses null. */
  public Timing {
    Objects.requireNonNull(headers, "headers");
    Objects.requireNonNull(firstChunk, "firstChunk");
    Objects.requireNonNull(firstToken, "firstToken");
    Objects.requireNonNull(firstContent, "firstContent");
    Objects.requireNonNull(lastToken, "lastToken");
    Objects.requireNonNull(total, "total");
  }

  /** For how long tokens came: from the first to the last; zero if none came. */
  public Duration generating() {
    return firstToken
        .flatMap(first -> lastToken.map(last -> last.minus(first)))
        .orElse(Duration.ZERO);
  }
}
