package io.sluice.json;

import io.sluice.chat.Usage;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Origin;
import java.time.Duration;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * A chunk as it was read, or as it would be read; equal to another that says the same, in the same
 * JSON, at the same time.
 */
final class ReadChunk implements Chunk {

  private final List<Delta> deltas;
  private final Optional<Usage> usage;
  private final Origin origin;
  private final Duration at;

  /** How it was received; null of a chunk that no server sent. */
  private final @Nullable PayloadText wording;

  /**
   * Null until the JSON is asked for that was not received. Threads that ask at the same time may
   * each write it: they write the same.
   */
  private @Nullable String written;

  ReadChunk(
      List<Delta> deltas,
      Optional<Usage> usage,
      Origin origin,
      Duration at,
      @Nullable PayloadText wording) {
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
    return wording == null ? written() : wording.json();
  }

  @Override
  public int jsonLength() {
    return wording == null ? written().length() : wording.length();
  }

  private String written() {
    String json = written;
    if (json == null) {
      json = ChunkJson.write(this);
      written = json;
    }
    return json;
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
