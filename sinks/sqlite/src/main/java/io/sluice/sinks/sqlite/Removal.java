package io.sluice.sinks.sqlite;

import java.util.List;

/**
 * The result of removing runs.
 *
 * @param removed the number of removed runs
 * @param repeating the ids of later runs of the same conversations that remain: their requests
 *     contain the earlier turns, as every request does
 * @param overwritten whether nothing of them remains in the files; false if another process was
 *     reading all the time, in which case the removal must be repeated after its end
 */
public record Removal(int removed, List<String> repeating, boolean overwritten) {

  /** Copies the list. */
  public Removal {
    repeating = List.copyOf(repeating);
  }
}
