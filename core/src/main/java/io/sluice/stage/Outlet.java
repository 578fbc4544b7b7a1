package io.sluice.stage;

import io.sluice.stream.Chunk;
import java.time.Duration;

/** Takes the chunks of a stage, and is its clock. To be used only during a call of the stage. */
public interface Outlet {

  /**
   * Gives a chunk to what is behind the stage, and returns when that has taken it. Never throws
   * what a sink or another stage throws.
   */
  void pass(Chunk chunk);

  /** The time since the stage was opened; never less than before. */
  Duration elapsed();

  /**
   * Has {@link Stage#onWake} called once, when this time has passed, or as soon as possible if it
   * is not positive. Replaces what was asked for before and has not come yet. Nothing comes once
   * the stream has ended.
   */
  void wakeAfter(Duration delay);
}
