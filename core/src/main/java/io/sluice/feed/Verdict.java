package io.sluice.feed;

import io.sluice.accumulate.FinishedChoices;
import io.sluice.stream.End;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity.Kind;
import io.sluice.stream.Status;
import java.util.Optional;

/**
 * The status of a stream for each end; the order of the rules matters.
 *
 * @param status the status
 * @param failure its reason
 * @param forgiven the irregularity that was tolerated
 */
record Verdict(Status status, Optional<Failure> failure, Optional<Kind> forgiven) {

  static Verdict stopped() {
    return new Verdict(Status.STOPPED, Optional.empty(), Optional.empty());
  }

  static Verdict of(End end, FinishedChoices choices) {
    if (end instanceof End.Recorded recorded) {
      return new Verdict(recorded.status(), recorded.failure(), Optional.empty());
    }
    if (end instanceof End.Failed failed) {
      return broken(Status.FAILED, failed.failure());
    }
    if (end instanceof End.Done) {
      return done(choices);
    }
    if (end instanceof End.Premature early) {
      return incomplete(early.cause());
    }
    if (!choices.everyFinished()) {
      return incomplete(end);
    }
    return end instanceof End.Exhausted ? completed() : completedDespite(overlooked(end));
  }

  /**
   * An end marker alone does not make an answer complete, because servers that fail before the
   * answer send it too.
   */
  private static Verdict done(FinishedChoices choices) {
    if (!choices.anyAnswer()) {
      return broken(Status.FAILED, Failure.Protocol.withoutAnswer());
    }
    return choices.everFinished() ? completed() : completedDespite(Kind.MISSING_FINISH);
  }

  private static Kind overlooked(End end) {
    if (end instanceof End.Silent) {
      return Kind.SILENCE_AFTER_FINISH;
    }
    return end instanceof End.Cut ? Kind.CUT_AFTER_FINISH : Kind.MISSING_DONE;
  }

  private static Verdict incomplete(End end) {
    if (end instanceof End.Silent silent) {
      return broken(Status.TIMED_OUT, new Failure.TimedOut(silent.which(), silent.limit()));
    }
    String how =
        end instanceof End.Cut cut ? cut.message() : "the server ended the body without a finish";
    return broken(Status.TRUNCATED, new Failure.Connection("the answer is cut off: " + how));
  }

  private static Verdict completed() {
    return new Verdict(Status.COMPLETED, Optional.empty(), Optional.empty());
  }

  private static Verdict completedDespite(Kind kind) {
    return new Verdict(Status.COMPLETED, Optional.empty(), Optional.of(kind));
  }

  private static Verdict broken(Status status, Failure failure) {
    return new Verdict(status, Optional.of(failure), Optional.empty());
  }
}
