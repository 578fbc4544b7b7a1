package io.sluice.accumulate;

import io.sluice.chat.FinishReason;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import java.util.BitSet;
import java.util.List;

/**
 * Records the choices of a stream, and which of them have finished. A finish is not always the end:
 * tokens in a later chunk cancel it, since servers send it early. Mutable; for one thread at a
 * time.
 */
public final class FinishedChoices {
  private final BitSet open = new BitSet();
  private final BitSet finished = new BitSet();
  private boolean everFinished;
  private boolean said;
  private boolean toolsWanted;

  /** Creates the record without any choice. */
  public FinishedChoices() {}

  /** Adds the next chunk. Returns true if it cancelled a finish of an earlier chunk. */
  public boolean add(Chunk chunk) {
    if (said && changesNothing(chunk.deltas())) {
      return false;
    }
    boolean tookBack = false;
    boolean finishes = false;
    for (Delta delta : chunk.deltas()) {
      int choice = delta.choice();
      if (delta instanceof Delta.Finish finish) {
        finishes = true;
        finish(finish);
      } else if (delta.carriesTokens()) {
        said = true;
        if (finished.get(choice) && !finishes) {
          tookBack = true;
          finished.clear(choice);
        }
      } else if (delta instanceof Delta.Other other) {
        said |= other.place() == Delta.Place.MESSAGE;
      }
      if (!finished.get(choice) && belongsToAChoice(delta)) {
        open.set(choice);
      }
    }
    return tookBack;
  }

  /** Whether it is the usual chunk: more text of an open choice, and fields of no choice. */
  private boolean changesNothing(List<Delta> deltas) {
    // Called for each chunk; an iterator would cost more than the rest.
    for (int i = 0; i < deltas.size(); i++) {
      Delta delta = deltas.get(i);
      boolean more = delta instanceof Delta.Text text && open.get(text.choice());
      if (!more && belongsToAChoice(delta)) {
        return false;
      }
    }
    return true;
  }

  /** Whether there was any delta of any choice. */
  public boolean anySeen() {
    return !open.isEmpty() || !finished.isEmpty();
  }

  /**
   * Whether there was any content, or a choice that finished without: a role alone is no answer.
   */
  public boolean anyAnswer() {
    return said || everFinished;
  }

  /** Whether any choice ever finished, cancelled or not. */
  public boolean everFinished() {
    return everFinished;
  }

  /** Whether any choice has finished. */
  public boolean anyFinished() {
    return !finished.isEmpty();
  }

  /** Whether there is a choice, and all of them have finished. */
  public boolean everyFinished() {
    return open.isEmpty() && anyFinished();
  }

  /** Whether the finished choices look complete: there is some content, and no tool is awaited. */
  public boolean looksComplete() {
    return everyFinished() && said && !toolsWanted;
  }

  private void finish(Delta.Finish finish) {
    everFinished = true;
    finished.set(finish.choice());
    open.clear(finish.choice());
    toolsWanted = finish.reason().meaning() == FinishReason.Meaning.TOOLS;
  }

  private static boolean belongsToAChoice(Delta delta) {
    return !(delta instanceof Delta.Other other && other.place() == Delta.Place.CHUNK);
  }
}
