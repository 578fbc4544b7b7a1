package io.sluice.simulator.fault;

import io.sluice.simulator.script.Script;
import io.sluice.simulator.script.Step;
import java.time.Duration;

/**
 * Stands still while the server does: a step that falls into that time waits until it is over.
 * Mutable, one reader.
 */
final class FrozenScript implements Script {
  private static final long LONGEST_SECONDS = 86_400;

  private final Script healthy;
  private final long from;
  private final long to;

  FrozenScript(Script healthy, long began, long at, long length) {
    this.healthy = healthy;
    from = began + nanos(at);
    to = from + nanos(length);
  }

  @Override
  public boolean hasNext() {
    return healthy.hasNext();
  }

  @Override
  public Step next() {
    long now = System.nanoTime();
    return now - from >= 0 && now - to < 0
        ? new Step.Wait(Duration.ofNanos(to - now))
        : healthy.next();
  }

  private static long nanos(long seconds) {
    return Duration.ofSeconds(Math.min(seconds, LONGEST_SECONDS)).toNanos();
  }
}
