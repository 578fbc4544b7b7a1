package io.sluice.stages;

import io.sluice.stage.Outlet;
import io.sluice.stage.Stage;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import java.time.Duration;
import java.util.ArrayDeque;

/**
 * Passes chunks that came at once one after the other, none later than a bound after it came.
 * Mutable; for one run.
 */
final class PaceStage implements Stage {

  /** The most chunks that wait. */
  static final int MOST_CHUNKS = 1024;

  /** The most characters of text and calls that wait, but for the last chunk. */
  static final int MOST_CHARACTERS = 1 << 20;

  private final Duration latest;
  private final ArrayDeque<Waiting> waiting = new ArrayDeque<>();
  private int characters;

  PaceStage(Duration latest) {
    this.latest = latest;
  }

  @Override
  public String name() {
    return "pace";
  }

  @Override
  public void onRetry(Retry retry) {
    waiting.clear();
    characters = 0;
  }

  @Override
  public void onChunk(Chunk chunk, Outlet outlet) {
    boolean idle = waiting.isEmpty();
    if (waiting.size() == MOST_CHUNKS || characters > MOST_CHARACTERS) {
      passFirst(outlet);
    }
    characters += size(chunk);
    waiting.add(new Waiting(chunk, outlet.elapsed().plus(latest)));
    if (idle) {
      outlet.wakeAfter(Duration.ZERO);
    }
  }

  /** Spreads what waits over the time that the last of it may wait. */
  @Override
  public void onWake(Outlet outlet) {
    Duration now = outlet.elapsed();
    do {
      passFirst(outlet);
    } while (!waiting.isEmpty() && waiting.getFirst().due().compareTo(now) <= 0);
    if (!waiting.isEmpty()) {
      Duration spread = waiting.getLast().due().minus(now).dividedBy(waiting.size());
      Duration first = waiting.getFirst().due().minus(now);
      outlet.wakeAfter(spread.compareTo(first) < 0 ? spread : first);
    }
  }

  @Override
  public void onEnd(Outcome outcome, Outlet outlet) {
    while (!waiting.isEmpty()) {
      passFirst(outlet);
    }
  }

  private void passFirst(Outlet outlet) {
    Chunk first = waiting.remove().chunk();
    characters -= size(first);
    outlet.pass(first);
  }

  private static int size(Chunk chunk) {
    return chunk.deltas().stream().mapToInt(DeltaSize::characters).sum();
  }

  /**
   * A chunk that is not passed yet.
   *
   * @param chunk the chunk
   * @param due when it is passed at the latest
   */
  private record Waiting(Chunk chunk, Duration due) {}
}
