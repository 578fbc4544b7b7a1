package io.sluice.sinks.sqlite;

import java.util.List;

/**
 * What became of runs that were to be removed.
 *
 * @param removed how many there were
 * @param repeating the ids of later runs of the same conversations that are still there: their
 *     requests hold the earlier turns, as every request does
 * @param overwritten whether nothing of them is left in the files; false if another process was
 *     reading all the while, whose end is then to be waited for
 */
public record Removal(int removed, List<String> repeating, boolean overwritten) {

  /** Copies the list. */
  public Removal {
    repeating = List.copyOf(repeating);
  }
}
