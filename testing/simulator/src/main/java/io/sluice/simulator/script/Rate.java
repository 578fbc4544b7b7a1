package io.sluice.simulator.script;

import java.time.Duration;

/** How fast an answer is told. */
public final class Rate {

  private Rate() {}

  /**
   * So many chunks a second, whether they are told one by one or at once; 0 means as fast as they
   * can be read.
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
