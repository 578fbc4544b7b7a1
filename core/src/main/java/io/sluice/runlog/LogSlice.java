package io.sluice.runlog;

import java.util.List;

/**
 * Some lines of a log that follow each other.
 *
 * @param after the cursor before the first of them: the number of the line that precedes it
 * @param lines the lines, in order; empty if there are none yet
 */
public record LogSlice(long after, List<LogLine> lines) {

  /** Copies the list. */
  public LogSlice {
    lines = List.copyOf(lines);
  }

  /** The cursor behind the last of the lines, where the next read begins. */
  public long next() {
    return after + lines.size();
  }

  /**
   * How many lines behind {@code cursor}, with which this slice was read, are nowhere any more.
   * They are those from {@code cursor + 1} to {@link #after()}.
   */
  public long lost(long cursor) {
    return Math.max(0, after - cursor);
  }
}
