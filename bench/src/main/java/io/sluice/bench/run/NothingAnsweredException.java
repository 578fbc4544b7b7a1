package io.sluice.bench.run;

import io.sluice.stream.Failure;
import java.util.Objects;

/** Thrown when a server answered no request of any level, so that there is nothing to report. */
public final class NothingAnsweredException extends RuntimeException {
  private static final long serialVersionUID = 1;

  private final transient Failure failure;

  NothingAnsweredException(Failure failure) {
    super("no request was answered: " + failure.message());
    this.failure = failure;
  }

  /** One line: that nothing was answered, and why. */
  @Override
  public String getMessage() {
    return Objects.requireNonNull(super.getMessage());
  }

  /** Why the first of them failed. */
  public Failure failure() {
    return failure;
  }
}
