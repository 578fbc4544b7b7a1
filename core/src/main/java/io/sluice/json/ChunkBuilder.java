package io.sluice.json;

import io.sluice.chat.Usage;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/**
 * Makes a chunk from what it says: for a source of chunks that reads no server, for a stage that
 * changes the chunks that pass it, and for tests. Mutable; for one thread at a time.
 */
public final class ChunkBuilder {

  /** Kept as it is, because most chunks say one thing. */
  private final List<Delta> begun;

  /** Null until a delta is added; then all of them. */
  private @Nullable List<Delta> grown;

  private Optional<Usage> usage = Optional.empty();
  private Origin origin = Origin.UNKNOWN;
  private Duration at = Duration.ZERO;
  private @Nullable String payload;

  private ChunkBuilder(List<Delta> begun) {
    this.begun = begun;
  }

  /** A chunk with one delta. Its origin is unknown, and its time is zero. */
  public static ChunkBuilder of(Delta delta) {
    return new ChunkBuilder(List.of(delta));
  }

  /** A chunk with these deltas, in this order. Its origin is unknown, and its time is zero. */
  public static ChunkBuilder of(Delta... deltas) {
    return new ChunkBuilder(List.of(deltas));
  }

  /** A chunk with these deltas, in this order. Its origin is unknown, and its time is zero. */
  public static ChunkBuilder of(List<Delta> deltas) {
    return new ChunkBuilder(copied(deltas));
  }

  /** A chunk that says the same as another; the payload of the other one is not taken over. */
  public static ChunkBuilder from(Chunk chunk) {
    ChunkBuilder builder = of(chunk.deltas()).origin(chunk.origin()).at(chunk.at());
    builder.usage = chunk.usage();
    return builder;
  }

  /** Adds a delta behind the others. */
  public ChunkBuilder add(Delta delta) {
    if (grown == null) {
      grown = new ArrayList<>(begun);
    }
    grown.add(Objects.requireNonNull(delta, "delta"));
    return this;
  }

  /** Sets the server's figures. */
  public ChunkBuilder usage(Usage figures) {
    usage = Optional.of(figures);
    return this;
  }

  /** Sets whose answer the chunk belongs to. */
  public ChunkBuilder origin(Origin whose) {
    origin = Objects.requireNonNull(whose, "origin");
    return this;
  }

  /** Sets the time since the request was written. */
  public ChunkBuilder at(Duration time) {
    at = Objects.requireNonNull(time, "at");
    return this;
  }

  /** Sets the JSON of a chunk that was received: it is kept verbatim, and must say the same. */
  public ChunkBuilder payload(String json) {
    payload = Objects.requireNonNull(json, "payload");
    return this;
  }

  /** Stages make a chunk of each, and {@code List.copyOf} would copy a short list twice. */
  private static List<Delta> copied(List<Delta> deltas) {
    return switch (deltas.size()) {
      case 1 -> List.of(deltas.get(0));
      case 2 -> List.of(deltas.get(0), deltas.get(1));
      case 3 -> List.of(deltas.get(0), deltas.get(1), deltas.get(2));
      case 4 -> List.of(deltas.get(0), deltas.get(1), deltas.get(2), deltas.get(3));
      default -> List.copyOf(deltas);
    };
  }

  /**
   * The chunk. Its JSON is the payload; without one it is that of {@link ChunkJson#write}, written
   * when it is first asked for. The builder can be used again.
   */
  public Chunk build() {
    List<Delta> deltas = grown == null ? begun : List.copyOf(grown);
    PayloadText received = payload == null ? null : new PayloadText.Verbatim(payload);
    return new ReadChunk(deltas, usage, origin, at, received);
  }
}
