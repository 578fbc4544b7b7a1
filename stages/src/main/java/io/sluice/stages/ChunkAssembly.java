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

  /** Passes what is ready, with this delta behind it, as a chunk. */
  void pass(Delta delta, Outlet outlet) {
    if (ready.isEmpty()) {
      pass(ChunkBuilder.of(delta), outlet);
    } else {
      ready.add(delta);
      pass(outlet);
    }
  }

  /** Passes what is ready as a chunk, if there is anything. */
  void pass(Outlet outlet) {
    if (!ready.isEmpty()) {
      boolean one = ready.size() == 1; // As in most chunks; a list of one is made without a copy.
      var made = one ? ChunkBuilder.of(ready.get(0)) : ChunkBuilder.of(ready);
      ready.clear();
      pass(made, outlet);
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
      ChunkBuilder last = ChunkBuilder.of(ready).usage(whole.usage().get());
      ready.clear();
      pass(last, outlet);
    } else if (ready.equals(whole.deltas()) && !passed) {
      ready.clear();
      outlet.pass(whole);
    } else {
      pass(outlet);
    }
  }

  /** Forgets everything. */
  void reset() {
    ready.clear();
    origin = Origin.UNKNOWN;
    at = Duration.ZERO;
    passed = false;
  }

  private void pass(ChunkBuilder made, Outlet outlet) {
    passed = true;
    outlet.pass(made.origin(origin).at(at).build());
  }
}
