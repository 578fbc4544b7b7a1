package io.sluice.simulator.fault;

import io.sluice.simulator.script.Mark;
import io.sluice.simulator.script.Script;
import io.sluice.simulator.script.Step;
import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;
import java.util.regex.Pattern;

/** Sends a finish reason before the answer ends. */
final class EarlyFinish {
  private static final Pattern NONE = Pattern.compile("(\"finish_reason\"\\s*:\\s*)null");

  private EarlyFinish() {}

  /** Sends a finish reason with every chunk. */
  static Script always(Step step) {
    return Script.of(
        step instanceof Step.Event event && event.mark() == Mark.CHUNK ? finishing(event) : step);
  }

  /** Sends a finish reason with the first chunk only; for one answer. */
  static Function<Step, Script> once(long millis) {
    return new Function<>() {
      private boolean said;

      @Override
      public Script apply(Step step) {
        if (!(step instanceof Step.Event event)) {
          return Script.of(step);
        }
        if (event.mark() == Mark.FINISH && said) {
          return Script.of();
        }
        if (event.mark() != Mark.CHUNK || said) {
          return Script.of(step);
        }
        said = true;
        return Script.of(finishing(event), WritingFaults.millis(millis));
      }
    };
  }

  private static Step finishing(Step.Event event) {
    String text = StandardCharsets.UTF_8.decode(event.bytes().duplicate()).toString();
    ByteBuffer bytes = StandardCharsets.UTF_8.encode(NONE.matcher(text).replaceAll("$1\"stop\""));
    return new Step.Event(event.mark(), bytes);
  }
}
