package io.sluice.server.archive;

import java.util.List;
import java.util.Objects;

/**
 * A run in which words were found.
 *
 * @param run the run
 * @param excerpt the passage with the words
 * @param marks where in the passage the words are, in order
 */
public record FoundRun(PastRun run, String excerpt, List<Mark> marks) {

  /** Copies the list. */
  public FoundRun {
    Objects.requireNonNull(run, "run");
    Objects.requireNonNull(excerpt, "excerpt");
    marks = List.copyOf(marks);
  }

  /**
   * Where a word is.
   *
   * @param begin the index of its first character, counted in UTF-16 as scripts of a page do
   * @param end the index behind its last character
   */
  public record Mark(int begin, int end) {}
}
