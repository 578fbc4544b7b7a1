package io.sluice.simulator.script;

import java.time.Duration;

/** The pace of an answer. */
public final class Rate {

  private Rate() {}

  /**
   * Limits a script to a number of chunks a second, whether they are sent one by one or at once; 0
   * means as fast as the client reads.
   */
  public static Script perSecond(Script script, double chunks) {
    if (chunks <= 0) {
      return script;
    }
    Duration pause = Duration.ofNanos((long) (1e9 / chunks));
    return script.each(step -> paced(step, pause));
  }

  private static Script paced(Step step, Duration pause) {
    if (step instanceof Step.Event event && event.mark() == Mark.CHUNK) {
      return Script.of(new Step.Wait(pause), step);
    }
    return step instanceof Step.Effort effort
        ? Script.of(new Step.Wait(pause.multipliedBy(effort.chunks())))
        : Script.of(step);
  }
}
