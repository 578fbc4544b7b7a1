package io.sluice.simulator.fault;

import io.sluice.simulator.script.Script;
import io.sluice.simulator.script.Step;
import java.nio.ByteBuffer;
import java.util.function.Function;

/**
 * Splits one step of a body into single bytes; leaves any other step as it is. Mutable, one reader.
 */
final class ByteByByte implements Script {
  private final Script crumbs;

  ByteByByte(Step step, Function<Step, Script> serve) {
    if (step instanceof Step.Event event) {
      crumbs = bytes(event.bytes()).each(serve);
    } else if (step instanceof Step.Body body) {
      crumbs = bytes(body.bytes()).each(serve);
    } else {
      crumbs = Script.of(step);
    }
  }

  private static Script bytes(ByteBuffer bytes) {
    ByteBuffer left = bytes.duplicate();
    return new Script() {
      @Override
      public boolean hasNext() {
        return left.hasRemaining();
      }

      @Override
      public Step next() {
        left.get();
        return new Step.Body(left.slice(left.position() - 1, 1));
      }
    };
  }

  @Override
  public boolean hasNext() {
    return crumbs.hasNext();
  }

  @Override
  public Step next() {
    return crumbs.next();
  }
}
