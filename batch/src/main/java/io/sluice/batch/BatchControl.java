package io.sluice.batch;

import java.time.Duration;
import java.util.Objects;

/** Stops a batch from another thread. For one batch. Thread-safe; all methods return at once. */
public final class BatchControl {

  private volatile Duration grace = Duration.ZERO;
  private volatile boolean asked;
  private volatile Runnable wake = () -> {};

  /** Creates a control that nothing was asked of. */
  public BatchControl() {}

  /** Sends no more rows; those under way may end within that time, then they are stopped. */
  public void finishWithin(Duration time) {
    grace = Objects.requireNonNull(time, "time");
    asked = true;
    wake.run();
  }

  /** Sends no more rows and stops those under way. */
  public void stop() {
    finishWithin(Duration.ZERO);
  }

  boolean isAsked() {
    return asked;
  }

  Duration grace() {
    return grace;
  }

  void wakes(Runnable batch) {
    wake = batch;
  }
}
