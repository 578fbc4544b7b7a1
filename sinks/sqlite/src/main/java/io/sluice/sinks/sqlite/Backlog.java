package io.sluice.sinks.sqlite;

import io.sluice.stream.Chunk;
import io.sluice.transcript.TranscriptWriter;

/**
 * What has come of a run and is not in its archive yet. It has a bound, beyond which nothing more
 * of the run is taken, not even when there is room again: a transcript has no gaps. Mutable; for
 * one run.
 */
final class Backlog {
  /** The most that waits, in characters of transcript; a single chunk may be larger. */
  static final int MOST = 16 * 1024 * 1024;

  private final StringBuilder lines = new StringBuilder();
  private final StringBuilder text = new StringBuilder();
  private long chunks;
  private boolean overflown;

  /** The line of a retry. */
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

  /** Whether more came than is taken. */
  boolean overflown() {
    return overflown;
  }

  /** In characters of transcript. */
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

  /** The visible text in it. */
  String text() {
    return text.toString();
  }

  /** It is in the archive now. */
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
