package io.sluice.stages;

import io.sluice.json.ChunkBuilder;
import io.sluice.stage.Outlet;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Origin;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * Puts together what a stage passes of the chunk that it takes apart. What it makes has the origin
 * and the time of the chunk that was begun last. Mutable; for one thread.
 */
final class ChunkAssembly {

  private final List<Delta> ready = new ArrayList<>();

  private Origin origin = Origin.UNKNOWN;
  private Duration at = Duration.ZERO;
  private boolean hasPiece;
  private boolean passed;

  /** Begins with a chunk. What was ready before stays. */
  void begin(Chunk chunk) {
    origin = chunk.origin();
    at = chunk.at();
    passed = false;
  }

  /** Adds a delta to the next chunk. */
  void add(Delta delta) {
    ready.add(delta);
  }

  /** Adds a piece of text. A chunk has only one, so one that is ready is passed first. */
  void addPiece(Delta piece, Outlet outlet) {
    if (hasPiece) {
      pass(outlet);
    }
    ready.add(piece);
    hasPiece = true;
  }

  /** Passes what is ready as a chunk, if there is anything. */
  void pass(Outlet outlet) {
    if (!ready.isEmpty()) {
      pass(taken(), outlet);
    }
  }

  /**
   * Passes what is ready with the usage of the chunk that was begun.
   *
   * @param whole that chunk, which is passed itself if it says nothing, or just what is ready
   */
  void finish(Chunk whole, Outlet outlet) {
    if (ready.isEmpty() && whole.deltas().isEmpty()) {
      outlet.pass(whole);
    } else if (whole.usage().isPresent()) {
      pass(taken().usage(whole.usage().get()), outlet);
    } else if (!passed && ready.equals(whole.deltas())) {
      clear();
      outlet.pass(whole);
    } else {
      pass(outlet);
    }
  }

  /** Forgets everything. */
  void reset() {
    clear();
    origin = Origin.UNKNOWN;
    at = Duration.ZERO;
    passed = false;
  }

  private ChunkBuilder taken() {
    ChunkBuilder taken = ChunkBuilder.of(ready);
    clear();
    return taken;
  }

  private void clear() {
    ready.clear();
    hasPiece = false;
  }

  private void pass(ChunkBuilder made, Outlet outlet) {
    passed = true;
    outlet.pass(made.origin(origin).at(at).build());
  }
}
