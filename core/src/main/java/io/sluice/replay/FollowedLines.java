package io.sluice.replay;

import java.io.Closeable;
import java.io.IOException;
import java.util.List;
import java.util.Objects;

/**
 * The lines of one run, as somebody else writes them: what a {@link FollowedRun} reads. Used by one
 * thread, which is interrupted when nothing more is wanted and then closes this.
 */
public interface FollowedLines extends Closeable {

  /**
   * Returns the next lines, those that came together, and waits for them. Empty if none came for as
   * long as the reader of the run would wait: then no more will be asked for. All of them are
   * delivered before the next ones are asked for, so they should be few.
   *
   * @throws IOException in one line for people, if the run cannot be read on, or the thread was
   *     interrupted
   */
  List<NumberedLine> next() throws IOException;

  /**
   * A line of a run.
   *
   * @param number its number in the run, from 0; a number that is left out is a line that is
   *     missing, and one that was there before is a repetition
   * @param text the line as {@code docs/transcript-format.md} has it, without its line feed
   */
  record NumberedLine(long number, String text) {

    /** Refuses null. */
    public NumberedLine {
      Objects.requireNonNull(text, "text");
    }
  }

  /** Begins to read a run. */
  @FunctionalInterface
  interface Opening {

    /**
     * Returns the lines of the run from its opening on.
     *
     * @throws IOException in one line for people, if they cannot be read
     */
    FollowedLines open() throws IOException;
  }
}
