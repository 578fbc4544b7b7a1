package io.sluice.cli;

import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import org.jspecify.annotations.Nullable;

/**
 * The signal that asked this command to end, and what there is to end. Thread-safe; for one call of
 * the command.
 */
final class Interruption {
  private final AtomicReference<@Nullable ExitCode> raised = new AtomicReference<>();
  private final AtomicReference<@Nullable Runnable> underWay = new AtomicReference<>();

  /** From now on the first signal does this instead of leaving at once. */
  void stopBy(Runnable stop) {
    underWay.set(stop);
  }

  /** There is nothing left to be stopped. */
  void nothingUnderWay() {
    underWay.set(null);
  }

  /**
   * A signal came.
   *
   * @return whether something was stopped by it, which now deserves the time to end in order
   */
  boolean raise(ExitCode code) {
    boolean first = raised.compareAndSet(null, code);
    Runnable stop = underWay.get();
    if (!first || stop == null) {
      return false;
    }
    stop.run();
    return true;
  }

  /** The code of the first signal, if one came. */
  Optional<ExitCode> raised() {
    return Optional.ofNullable(raised.get());
  }
}
