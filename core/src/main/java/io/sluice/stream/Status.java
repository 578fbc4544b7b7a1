package io.sluice.stream;

import java.util.Locale;

/** How a stream ended. Sluice decides it itself, so the set is closed. */
public enum Status {
  /** The server reported that the answer is complete. */
  COMPLETED,
  /** The body ended before the answer did. */
  TRUNCATED,
  /** A failure was reported or detected. */
  FAILED,
  /** A timeout was reached. */
  TIMED_OUT,
  /** The caller stopped the stream. */
  STOPPED;

  /** The word in transcripts and machine-readable output, such as {@code "timed_out"}. */
  public String word() {
    return name().toLowerCase(Locale.ROOT);
  }

  /** The status as people read it, such as {@code "timed out"}. */
  public String text() {
    return word().replace('_', ' ');
  }
}
