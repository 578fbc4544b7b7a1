package io.sluice.simulator.fault;

import io.sluice.simulator.script.Mark;
import io.sluice.simulator.script.Script;
import io.sluice.simulator.script.Step;
import java.util.function.Function;

/**
 * Inserts a step behind the finish: before the end marker, or the end of the body. For one answer.
 */
final class AfterFinish implements Function<Step, Script> {
  private final Step inserted;
  private boolean done;

  AfterFinish(Step inserted) {
    this.inserted = inserted;
  }

  @Override
  public Script apply(Step step) {
    boolean marker = step instanceof Step.Event event && event.mark() == Mark.DONE;
    if (done || !(marker || step == Step.Last.END)) {
      return Script.of(step);
    }
    done = true;
    return Script.of(inserted, step);
  }
}
