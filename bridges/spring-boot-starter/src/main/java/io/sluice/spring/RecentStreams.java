package io.sluice.spring;

import io.sluice.stream.Failure;
import io.sluice.stream.FailureCategory;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import java.util.Set;

/**
 * How the last streams ended, for the health of an application. A stream that the caller stopped,
 * or whose request the server refused for what it asks, says nothing of the server. Thread-safe.
 */
final class RecentStreams {

  /** So many bad ends in a row are no accident of one request. */
  static final int MOST_BAD_ENDS = 3;

  private static final Set<FailureCategory> OF_THE_REQUEST =
      Set.of(
          FailureCategory.INVALID_REQUEST,
          FailureCategory.TOO_LONG,
          FailureCategory.CONTENT_POLICY);

  private long ended;
  private int badInARow;
  private String last = "none yet";

  synchronized void ended(Outcome outcome) {
    if (!saysSomething(outcome)) {
      return;
    }
    ended++;
    badInARow = outcome.status() == Status.COMPLETED ? 0 : badInARow + 1;
    last =
        outcome.status().word()
            + outcome.failure().map(failure -> " (" + failure.category().word() + ")").orElse("");
  }

  private static boolean saysSomething(Outcome outcome) {
    boolean ofTheRequest =
        outcome.failure().map(Failure::category).filter(OF_THE_REQUEST::contains).isPresent();
    boolean ofTheSinks = outcome.failure().filter(Failure.Sinks.class::isInstance).isPresent();
    return outcome.status() != Status.STOPPED && !ofTheRequest && !ofTheSinks;
  }

  /** What is known now. */
  synchronized Summary summary() {
    return new Summary(ended, badInARow, last);
  }

  /**
   * What the last streams say.
   *
   * @param ended how many have ended since the start
   * @param badInARow how many ended badly since the last good one
   * @param last the status of the last one
   */
  record Summary(long ended, int badInARow, String last) {

    /** Whether nothing is known yet. */
    boolean isEmpty() {
      return ended == 0;
    }

    /** Whether the last ones all ended badly. */
    boolean isBad() {
      return badInARow >= MOST_BAD_ENDS;
    }
  }
}
