package io.sluice.bench.run;

import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import java.util.Optional;

/** Tells a server that answers nothing from one that fails now and then. Mutable; thread-safe. */
final class FirstFailure {
  private static final int ENOUGH = 20;

  private Optional<Failure> first = Optional.empty();
  private int failed;
  private boolean anyAnswered;

  synchronized void ended(Outcome outcome) {
    if (outcome.status() == Status.STOPPED) {
      anyAnswered |= outcome.timing().firstToken().isPresent();
    } else if (outcome.status() == Status.COMPLETED) {
      anyAnswered = true;
    } else {
      failed++;
      first = first.or(outcome::failure);
    }
  }

  /** Whether so many requests failed, and none was answered, that there is no point in more. */
  synchronized boolean isHopeless() {
    return !anyAnswered && failed >= ENOUGH;
  }

  /**
   * Why nothing was answered; empty if something was, or nothing failed. An answer that was cut
   * after its first token is one.
   */
  synchronized Optional<Failure> failure() {
    return anyAnswered ? Optional.empty() : first;
  }
}
