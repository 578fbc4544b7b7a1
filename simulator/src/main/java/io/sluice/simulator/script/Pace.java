package io.sluice.simulator.script;

import java.time.Duration;

/** How fast an answer is told. */
public final class Pace {

  private Pace() {}

  /** So many chunks a second; 0 means as fast as they can be read. */
  public static Script perSecond(Script script, double chunks) {
    if (chunks <= 0) {
      return script;
    }
    var pause = new Step.Wait(Duration.ofNanos((long) (1e9 / chunks)));
    return script.each(
        step ->
            step instanceof Step.Event event && event.mark() == Mark.CHUNK
                ? Script.of(pause, step)
                : Script.of(step));
  }
}
