package io.sluice.sinks.opentelemetry;

import io.opentelemetry.api.common.Attributes;
import io.sluice.stream.StreamOptions.Form;
import java.time.Duration;
import java.util.Optional;

/**
 * What metrics are told of a run that has ended.
 *
 * @param attributes what all of its figures are sorted by, the kind of error apart
 * @param error the kind of error, if it is one
 * @param took from the start to the end
 * @param chunk when the first chunk came, since the request was written
 * @param usage its tokens, if they are known
 * @param form whether the answer came in pieces
 */
record EndedRun(
    Attributes attributes,
    Optional<String> error,
    Duration took,
    Optional<Duration> chunk,
    Optional<KnownUsage> usage,
    Form form) {

  private static final double NANOS = 1e9;

  /** The time in seconds. */
  double seconds() {
    return seconds(took);
  }

  /** The attributes, with the kind of error if there is one. */
  Attributes withError() {
    return error
        .map(word -> attributes.toBuilder().put(Keys.ERROR, word).build())
        .orElse(attributes);
  }

  /** When the first chunk came, in seconds since the request was written; of streams only. */
  Optional<Double> firstChunk() {
    return chunk.filter(at -> form == Form.STREAMED).map(EndedRun::seconds);
  }

  static double seconds(Duration time) {
    return time.toNanos() / NANOS;
  }
}
