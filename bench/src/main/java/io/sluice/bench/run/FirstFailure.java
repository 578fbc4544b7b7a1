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
  private boolean anyCompleted;

  synchronized void ended(Outcome outcome) {
    anyCompleted |= outcome.status() == Status.COMPLETED;
    if (outcome.status() != Status.COMPLETED && outcome.status() != Status.STOPPED) {
      failed++;
      first = first.or(outcome::failure);
    }
  }

  /** Whether so many requests failed, and none was answered, that there is no point in more. */
  synchronized boolean isHopeless() {
    return !anyCompleted && failed >= ENOUGH;
  }

  /** Why nothing was answered; empty if something was, or nothing failed. */
  synchronized Optional<Failure> failure() {
    return anyCompleted ? Optional.empty() : first;
  }
}
