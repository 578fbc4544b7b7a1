package io.sluice.simulator.script;

import java.util.function.UnaryOperator;

/** Changes the rest of a script after a number of events. Mutable, one reader. */
final class AfterEvents implements Script {
  private final UnaryOperator<Script> change;
  private Script steps;
  private long left;
  private boolean changed;

  AfterEvents(Script steps, long events, UnaryOperator<Script> change) {
    this.steps = steps;
    this.left = events;
    this.change = change;
  }

  @Override
  public boolean hasNext() {
    return steps.hasNext();
  }

  @Override
  public Step next() {
    Step step = steps.next();
    if (step instanceof Step.Event) {
      left--;
    }
    if (!changed && left <= 0 && (step instanceof Step.Event || step instanceof Step.Head)) {
      changed = true;
      steps = change.apply(steps);
    }
    return step;
  }
}
