package io.sluice.simulator.fault;

import io.sluice.simulator.script.EventFraming;
import io.sluice.simulator.script.Script;
import io.sluice.simulator.script.Step;
import java.nio.ByteBuffer;
import java.util.Optional;

/**
 * Takes the line breaks away from the last event of a body that is complete. Mutable, one reader.
 */
final class UnfinishedEnd implements Script {
  private final Script steps;
  private final int end;
  private Optional<Step> ahead = Optional.empty();

  UnfinishedEnd(Script steps, EventFraming framing) {
    this.steps = steps;
    this.end = framing.end().length();
  }

  @Override
  public boolean hasNext() {
    return ahead.isPresent() || steps.hasNext();
  }

  @Override
  public Step next() {
    Step step = ahead.orElseGet(steps::next);
    ahead = Optional.empty();
    if (step instanceof Step.Event event && steps.hasNext()) {
      ahead = Optional.of(steps.next());
      return ahead.get() == Step.Last.END ? unfinished(event) : event;
    }
    return step;
  }

  private Step unfinished(Step.Event event) {
    ByteBuffer bytes = event.bytes().duplicate();
    return new Step.Body(bytes.limit(bytes.limit() - end));
  }
}
