package io.sluice.sinks.sqlite;

import io.sluice.stream.Chunk;
import io.sluice.transcript.TranscriptWriter;

/**
 * The content of a run that is not in its archive yet. It is bounded; once the bound is exceeded no
 * more of the run is added, even when there is room again, because a transcript must not have gaps.
 * Mutable; for one run.
 */
final class Backlog {
  /** The most content that waits, in characters of transcript; a single chunk may be larger. */
  static final int MOST = 16 * 1024 * 1024;

  private final StringBuilder lines = new StringBuilder();
  private final StringBuilder text = new StringBuilder();
  private long chunks;
  private boolean overflown;

  /** Adds the line of a retry. */
  void retry(String line) {
    take(line);
  }

  void chunk(Chunk chunk) {
    if (take(TranscriptWriter.chunk(chunk))) {
      text.append(chunk.text());
      chunks++;
    }
  }

  boolean isEmpty() {
    return lines.isEmpty();
  }

  /** Whether the bound was exceeded. */
  boolean overflown() {
    return overflown;
  }

  /** The size in characters of transcript. */
  int size() {
    return lines.length();
  }

  long chunks() {
    return chunks;
  }

  /** A part of the transcript. */
  String lines() {
    return lines.toString();
  }

  /** The visible text of this part. */
  String text() {
    return text.toString();
  }

  /** Removes the content, which is in the archive now. */
  void clear() {
    lines.setLength(0);
    text.setLength(0);
    chunks = 0;
  }

  private boolean take(String line) {
    overflown = overflown || (!lines.isEmpty() && lines.length() + line.length() > MOST);
    if (!overflown) {
      lines.append(line);
    }
    return !overflown;
  }
}
