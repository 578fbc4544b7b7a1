package io.sluice.stages;

import io.sluice.stage.Outlet;
import io.sluice.stream.Chunk;
import java.time.Duration;

/** Takes what a stage passes and keeps nothing of it; its clock stands still. */
final class Emptying implements Outlet {

  @Override
  public void pass(Chunk chunk) {}

  @Override
  public Duration elapsed() {
    return Duration.ZERO;
  }

  @Override
  public void wakeAfter(Duration delay) {}
}
