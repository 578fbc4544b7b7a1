package io.sluice.wire;

import io.sluice.accumulate.FinishedChoices;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Origin;

/**
 * Detects a second answer that begins before the first has finished, as from gateways that lose
 * their server and continue with another one. The sign is an id that was constant so far and
 * changes together with a role, which only the first chunk of an answer has. Mutable; for one
 * thread at a time.
 */
final class Splice {
  /** The number of chunks that must have had the same id and no role before a change counts. */
  private static final int STEADY = 2;

  private Origin last = Origin.UNKNOWN;
  private String id = "";
  private int steady;

  /** Whether a chunk that was not added to {@code choices} yet begins another answer. */
  boolean isBegunBy(Chunk chunk, FinishedChoices choices) {
    if (steady >= STEADY && chunk.origin().equals(last)) {
      return false;
    }
    last = chunk.origin();
    String said = last.id();
    boolean named = namesRole(chunk);
    if (said.equals(id)) {
      steady = named || said.isEmpty() ? 0 : steady + 1;
      return false;
    }
    boolean other = !said.isEmpty() && steady >= STEADY && named;
    id = said;
    steady = 0;
    return other && choices.anySeen() && !choices.anyFinished();
  }

  private static boolean namesRole(Chunk chunk) {
    for (Delta delta : chunk.deltas()) {
      if (delta instanceof Delta.Role) {
        return true;
      }
    }
    return false;
  }
}
