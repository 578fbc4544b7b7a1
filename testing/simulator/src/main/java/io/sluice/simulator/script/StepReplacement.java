package io.sluice.simulator.script;

import java.util.function.Function;

/** Replaces each step by a script. Mutable, one reader. */
final class StepReplacement implements Script {
  private final Script steps;
  private final Function<? super Step, ? extends Script> change;
  private Script current = Script.of();

  StepReplacement(Script steps, Function<? super Step, ? extends Script> change) {
    this.steps = steps;
    this.change = change;
  }

  @Override
  public boolean hasNext() {
    while (!current.hasNext() && steps.hasNext()) {
      current = change.apply(steps.next());
    }
    return current.hasNext();
  }

  @Override
  public Step next() {
    if (!hasNext()) {
      throw Script.spent();
    }
    return current.next();
  }
}
