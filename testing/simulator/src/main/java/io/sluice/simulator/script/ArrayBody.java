package io.sluice.simulator.script;

import java.nio.ByteBuffer;
import java.nio.charset.StandardCharsets;
import java.util.function.Function;

/**
 * Makes one JSON array of the events of a body: with a comma between them, whichever they are. A
 * body that breaks off is not closed; a document is left as it is. For one answer.
 */
final class ArrayBody implements Function<Step, Script> {
  private final Step.Head ofArrays;
  private boolean applies;
  private boolean begun;

  ArrayBody(Step.Head ofArrays) {
    this.ofArrays = ofArrays;
  }

  @Override
  public Script apply(Step step) {
    if (step instanceof Step.Head head) {
      applies = head.equals(ofArrays);
      return Script.of(step);
    }
    if (!applies) {
      return Script.of(step);
    }
    if (step instanceof Step.Event event) {
      return Script.of(new Step.Event(event.mark(), joined(event.bytes())));
    }
    if (step instanceof Step.Body body && begins(body.bytes())) {
      return Script.of(new Step.Body(joined(body.bytes())));
    }
    boolean complete = step == Step.Last.END || step == Step.Last.END_AND_CLOSE;
    return complete ? Script.of(Step.Body.of(begun ? "]\n" : "[]\n"), step) : Script.of(step);
  }

  private ByteBuffer joined(ByteBuffer element) {
    ByteBuffer separator = StandardCharsets.UTF_8.encode(begun ? ",\r\n" : "[");
    begun = true;
    return ByteBuffer.allocate(separator.remaining() + element.remaining())
        .put(separator)
        .put(element.duplicate())
        .flip();
  }

  /** Whether bytes begin an element, and do not go on with one. */
  private static boolean begins(ByteBuffer bytes) {
    return bytes.hasRemaining() && bytes.get(bytes.position()) == '{';
  }
}
