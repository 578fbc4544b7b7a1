package io.sluice.batch;

import io.sluice.batch.result.RowErrorKind;
import io.sluice.stream.Failure;
import io.sluice.stream.FailureCategory;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;

/** What the end of a row's run means for the row and for its batch. */
enum RowJudgement {
  /** The answer is whole. */
  ANSWERED,
  /** No further attempt would mend it. */
  FAILED,
  /** Another attempt may succeed. */
  MAY_PASS,
  /** The server refused the row for its limits, which is no attempt. */
  REFUSED,
  /** It was stopped, and is left for another time. */
  LEFT,
  /** The server does not accept the key: so it will be for all rows. */
  NOT_AUTHORISED,
  /** The account has nothing left: so it will be for all rows. */
  NO_QUOTA;

  private static final int REQUEST_TIMEOUT = 408;
  private static final int CONFLICT = 409;
  private static final int SERVER_ERROR = 500;

  static RowJudgement of(Outcome outcome, boolean retriesTruncated) {
    return switch (outcome.status()) {
      case COMPLETED -> ANSWERED;
      case STOPPED -> LEFT;
      case TRUNCATED -> retriesTruncated ? MAY_PASS : FAILED;
      case TIMED_OUT -> timedOut(outcome);
      case FAILED -> outcome.failure().map(RowJudgement::of).orElse(FAILED);
    };
  }

  /** Whether the connection could not be made, or broke before anything of an answer came. */
  static boolean isUnconnected(Outcome outcome) {
    return outcome.status() != Status.COMPLETED
        && outcome.chunks() == 0
        && outcome
            .failure()
            .filter(
                why ->
                    why instanceof Failure.Connection
                        || (why instanceof Failure.TimedOut silent
                            && silent.which() == Failure.Timer.CONNECT))
            .isPresent();
  }

  /** Whether the server is overloaded, so that fewer requests at once would help. */
  static boolean isOverloaded(Outcome outcome) {
    RowErrorKind kind = RowErrorKind.of(outcome);
    return kind == RowErrorKind.RATE_LIMITED || kind == RowErrorKind.OVERLOADED;
  }

  private static RowJudgement timedOut(Outcome outcome) {
    boolean whole =
        outcome
            .failure()
            .filter(
                why ->
                    why instanceof Failure.TimedOut silent && silent.which() == Failure.Timer.TOTAL)
            .isPresent();
    return whole ? FAILED : MAY_PASS;
  }

  private static RowJudgement of(Failure why) {
    if (why instanceof Failure.Http http && mayPass(http.status())) {
      return http.category() == FailureCategory.RATE_LIMITED ? REFUSED : MAY_PASS;
    }
    return switch (why.category()) {
      case RATE_LIMITED -> REFUSED;
      case NOT_AUTHORISED -> NOT_AUTHORISED;
      case QUOTA -> NO_QUOTA;
      case OVERLOADED, UNAVAILABLE -> MAY_PASS;
      default -> FAILED;
    };
  }

  private static boolean mayPass(int status) {
    return status == REQUEST_TIMEOUT || status == CONFLICT || status >= SERVER_ERROR;
  }
}
