package io.sluice.server.events;

import io.sluice.runlog.LogLine;
import io.sluice.server.runs.FirstTokenWait;
import io.sluice.server.runs.ServedRun;
import io.sluice.server.runs.TokenFigures;
import java.time.Duration;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** How far one viewer has got in one run. Mutable; for one thread. */
final class RunCursor {

  private final ServedRun run;
  private final long last;
  private final Optional<ReplayPace> pace;
  private long after;
  private long counted;
  private @Nullable FirstTokenWait waited;
  private boolean ended;
  private boolean waitsForFile;
  private boolean waitsForTime;
  private boolean beyond;

  private RunCursor(ServedRun run, long after, long last, Optional<ReplayPace> pace) {
    this.run = run;
    this.after = after;
    this.last = last;
    this.pace = pace;
  }

  /** A cursor that moves on to the end of the run, at a pace if there is one. */
  static RunCursor behind(ServedRun run, long after, Optional<ReplayPace> pace) {
    return new RunCursor(run, after, Long.MAX_VALUE, pace);
  }

  /**
   * A cursor behind which there is no line, because those were not kept: first it is said that they
   * are lost, then the end follows under the number that it has.
   */
  static RunCursor beyond(ServedRun run, long after) {
    var cursor = new RunCursor(run, after, Long.MAX_VALUE, Optional.empty());
    cursor.beyond = true;
    return cursor;
  }

  /** A cursor that moves through the lines that there are now. */
  static RunCursor throughThePresent(ServedRun run) {
    return new RunCursor(run, 0, run.log().lines(), Optional.empty());
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
    return !beyond
        && (ended || after >= last || (run.log().isEnded() && after >= run.log().lines()));
  }

  /** Whether it still has to be said that lines are lost. */
  boolean isBeyond() {
    return beyond;
  }

  /** Goes back to the last line before the end, which is all that was kept. */
  void goBack() {
    beyond = false;
    after = run.log().lines() - 1;
  }

  void end() {
    ended = true;
  }

  /** The count of tokens that is not told yet and includes no line that was not sent. */
  Optional<TokenFigures> untoldTokens() {
    Optional<TokenFigures> untold =
        run.tokens().filter(figures -> figures.line() > counted && figures.line() <= after);
    untold.ifPresent(figures -> counted = figures.line());
    return untold;
  }

  /** What the run waits for, if that is not told yet. */
  Optional<FirstTokenWait> untoldWait() {
    Optional<FirstTokenWait> untold = run.waiting().filter(wait -> !wait.equals(waited));
    untold.ifPresent(wait -> waited = wait);
    return untold;
  }

  /** How long the next line is still to be held back. */
  Duration delay(LogLine line) {
    return pace.map(held -> held.delay(line)).orElse(Duration.ZERO);
  }

  /** Whether it gets nothing for now: lines are read from a file for it, or held back. */
  boolean waits() {
    return waitsForFile || waitsForTime;
  }

  void waitForFile() {
    waitsForFile = true;
  }

  void gotFromFile() {
    waitsForFile = false;
  }

  void waitForTime() {
    waitsForTime = true;
  }

  void timeHasCome() {
    waitsForTime = false;
  }
}
