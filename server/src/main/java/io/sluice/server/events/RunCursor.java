package io.sluice.server.events;

import io.sluice.server.runs.ServedRun;

/** How far one viewer has got in one run. Mutable; for one thread. */
final class RunCursor {

  private final ServedRun run;
  private final long last;
  private long after;
  private boolean ended;
  private boolean waitsForFile;

  private RunCursor(ServedRun run, long after, long last) {
    this.run = run;
    this.after = after;
    this.last = last;
  }

  /** A cursor that moves on to the end of the run. */
  static RunCursor behind(ServedRun run, long after) {
    return new RunCursor(run, after, Long.MAX_VALUE);
  }

  /** A cursor that moves through the lines that there are now. */
  static RunCursor throughThePresent(ServedRun run) {
    return new RunCursor(run, 0, run.log().lines());
  }

  ServedRun run() {
    return run;
  }

  /** The number of the last line that was sent. */
  long after() {
    return after;
  }

  /** Whether a line is one of those that are sent. */
  boolean takes(long line) {
    return line <= last;
  }

  void moveTo(long line) {
    after = line;
  }

  /** Whether everything was sent that will ever come. */
  boolean hasEnded() {
    return ended || after >= last || (run.log().isEnded() && after >= run.log().lines());
  }

  void end() {
    ended = true;
  }

  /** Whether lines are being read from a file for it. */
  boolean waitsForFile() {
    return waitsForFile;
  }

  void waitForFile() {
    waitsForFile = true;
  }

  void gotFromFile() {
    waitsForFile = false;
  }
}
