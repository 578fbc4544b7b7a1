package io.sluice.json;

import io.sluice.chat.Usage;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;

/**
 * A chunk as it was read, or as it would be read; equal to another that says the same, in the same
 * JSON, at the same time.
 */
final class ReadChunk implements Chunk {

  private final List<Delta> deltas;
  private final Optional<Usage> usage;
  private final Origin origin;
  private final Duration at;
  private final PayloadText wording;

  ReadChunk(
      List<Delta> deltas, Optional<Usage> usage, Origin origin, Duration at, PayloadText wording) {
    this.deltas = deltas;
    this.usage = usage;
    this.origin = origin;
    this.at = at;
    this.wording = wording;
  }

  @Override
  public List<Delta> deltas() {
    return deltas;
  }

  @Override
  public Optional<Usage> usage() {
    return usage;
  }

  @Override
  public Origin origin() {
    return origin;
  }

  @Override
  public Duration at() {
    return at;
  }

  @Override
  public String json() {
    return wording.json();
  }

  @Override
  public int jsonLength() {
    return wording.length();
  }

  @Override
  public boolean equals(Object other) {
    return other instanceof ReadChunk that
        && deltas.equals(that.deltas)
        && usage.equals(that.usage)
        && origin.equals(that.origin)
        && at.equals(that.at)
        && json().equals(that.json());
  }

  @Override
  public int hashCode() {
    return Objects.hash(deltas, at);
  }

  /** Shows only the size of the model's text, not the text. */
  @Override
  public String toString() {
    return "Chunk[" + deltas.size() + " deltas, " + jsonLength() + " characters]";
  }
}
