package io.sluice.stages;

import io.sluice.json.ChunkBuilder;
import io.sluice.stage.Outlet;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/**
 * Puts together what a stage passes of the chunk that it takes apart. What it makes has the origin
 * and the time of the chunk that was begun last. Mutable; for one thread.
 */
final class ChunkAssembly {

  private final List<Delta> ready = new ArrayList<>();

  /** Null before the first chunk. */
  private @Nullable Chunk begun;

  private boolean passed;

  /** Begins with a chunk. What was ready before stays. */
  void begin(Chunk chunk) {
    begun = chunk;
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
      var made = ChunkBuilder.of(ready);
      ready.clear();
      pass(made, outlet);
    }
  }

  /** Passes what is ready with the usage of the chunk; if it says nothing at all, the chunk. */
  void finish(Outlet outlet) {
    Chunk whole = begun;
    if (whole == null) {
      return;
    }
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
    begun = null;
    passed = false;
  }

  private void pass(ChunkBuilder made, Outlet outlet) {
    passed = true;
    Chunk from = begun;
    outlet.pass(
        from == null
            ? made.at(Duration.ZERO).build()
            : made.origin(from.origin()).at(from.at()).build());
  }
}
