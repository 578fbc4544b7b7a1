package io.sluice.sinks.opentelemetry;

import java.util.Objects;

/**
 * Token figures that were counted, of an answer whose server did not report all of them.
 *
 * @param input the tokens of the request
 * @param output the tokens of the answer
 * @param basis how far they are to be trusted, in one word such as {@code estimated}
 */
public record CountedUsage(long input, long output, String basis) {

  /** Refuses null. */
  public CountedUsage {
    Objects.requireNonNull(basis, "basis");
  }
}
