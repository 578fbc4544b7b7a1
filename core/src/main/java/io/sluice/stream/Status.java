package io.sluice.stream;

import java.util.Locale;

/** How a stream ended. Sluice's own judgement, so the set is closed. */
public enum Status {
  /** The server said that the answer is complete. */
  COMPLETED,
  /** The body ended before the answer did. */
  TRUNCATED,
  /** Something said that it went wrong. */
  FAILED,
  /** A limit on waiting was reached. */
  TIMED_OUT,
  /** We did not want more. */
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
