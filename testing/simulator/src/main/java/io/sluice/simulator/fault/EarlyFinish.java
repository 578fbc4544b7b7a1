package io.sluice.simulator.fault;

import io.sluice.simulator.chat.Api;
import io.sluice.simulator.script.Mark;
import io.sluice.simulator.script.Script;
import io.sluice.simulator.script.Step;
import java.util.List;
import java.util.function.Function;

/**
 * Sends a finish reason before the answer ends, in the APIs whose finish reason is not the end of
 * the stream itself.
 */
final class EarlyFinish {

  private EarlyFinish() {}

  /** Sends a finish reason with every chunk. */
  static Script always(Api api, Step step) {
    return step instanceof Step.Event event && event.mark() == Mark.CHUNK
        ? Script.from(api.finishing(event).iterator())
        : Script.of(step);
  }

  /** Sends a finish reason with the first chunk only; for one answer. */
  static Function<Step, Script> once(Api api, long millis) {
    return new Function<>() {
      private boolean seen;
      private boolean said;

      @Override
      public Script apply(Step step) {
        if (!(step instanceof Step.Event event)) {
          return Script.of(step);
        }
        if (event.mark() == Mark.FINISH && said) {
          return Script.of();
        }
        if (event.mark() != Mark.CHUNK || seen) {
          return Script.of(step);
        }
        seen = true;
        List<Step> finishing = api.finishing(event);
        said = !finishing.equals(List.of(event));
        return said
            ? Script.from(finishing.iterator()).then(Script.of(WritingFaults.millis(millis)))
            : Script.of(step);
      }
    };
  }
}
