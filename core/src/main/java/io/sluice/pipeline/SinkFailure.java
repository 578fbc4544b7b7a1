package io.sluice.pipeline;

import java.util.Locale;
import java.util.Objects;

/**
 * What a sink threw.
 *
 * @param sink the sink's name in the pipeline
 * @param phase the call that threw
 * @param cause what it threw
 */
public record SinkFailure(String sink, Phase phase, Throwable cause) {

  /** Refuses null. */
  public SinkFailure {
    Objects.requireNonNull(sink, "sink");
    Objects.requireNonNull(phase, "phase");
    Objects.requireNonNull(cause, "cause");
  }

  /** The calls of the contract. */
  public enum Phase {
    /** Making the sink, or its {@code onOpen}. */
    OPEN,
    /** {@code onRetry}. */
    RETRY,
    /** {@code onChunk}. */
    CHUNK,
    /** {@code onEnd}. */
    END,
    /** {@code close}. */
    CLOSE;

    /** The word in machine-readable output, such as {@code "chunk"}. */
    public String word() {
      return name().toLowerCase(Locale.ROOT);
    }
  }
}
