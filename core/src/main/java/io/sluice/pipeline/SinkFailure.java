package io.sluice.pipeline;

import java.util.Locale;
import java.util.Objects;
import java.util.stream.Collectors;

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

  /** One line that names the sink and says what went wrong. */
  public String message() {
    return "sink '" + sink + "': " + said(cause);
  }

  /** What is said without a blank (a bare path, as file systems do) needs its kind before it. */
  static String said(Throwable cause) {
    String kind = cause.getClass().getSimpleName();
    String text = cause.getMessage() == null ? "" : cause.getMessage().strip();
    String line = text.lines().map(String::strip).collect(Collectors.joining(" "));
    if (line.isEmpty()) {
      return kind;
    }
    return line.contains(" ") ? line : kind + ": " + line;
  }

  /** The calls of the contract. */
  public enum Phase {
    /** Making the sink, or its {@code onOpen}. */
    OPEN,
    /** {@code onRetry}. */
    RETRY,
    /** {@code onChunk}. */
    CHUNK,
    /** {@code onIdle}. */
    IDLE,
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
