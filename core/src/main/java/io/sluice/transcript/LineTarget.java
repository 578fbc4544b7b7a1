package io.sluice.transcript;

import java.io.IOException;

/** Receives the lines of a transcript: a file, a process, the records of a queue. */
@FunctionalInterface
public interface LineTarget {

  /**
   * Takes one line. Lines come one at a time, in order, each after the one before was taken.
   *
   * @param line one JSON object and its line feed
   * @throws IOException in one line for people, if the line cannot be taken
   */
  void write(String line) throws IOException;
}
