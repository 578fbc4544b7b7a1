package io.sluice.simulator.fault;

import io.sluice.simulator.script.Script;
import io.sluice.simulator.script.Step;
import java.io.ByteArrayOutputStream;
import java.nio.ByteBuffer;
import java.util.Optional;

/** Joins the bytes between the head, the waits and the end into one write. Mutable, one reader. */
final class OneWrite implements Script {
  private static final int MOST_BYTES = 16 << 20;

  private final Script steps;
  private Optional<Step> ahead = Optional.empty();

  OneWrite(Script steps) {
    this.steps = steps;
  }

  @Override
  public boolean hasNext() {
    return ahead.isPresent() || steps.hasNext();
  }

  @Override
  public Step next() {
    if (ahead.isPresent()) {
      Step step = ahead.get();
      ahead = Optional.empty();
      return step;
    }
    var joined = new ByteArrayOutputStream();
    while (joined.size() < MOST_BYTES && ahead.isEmpty() && steps.hasNext()) {
      Step step = steps.next();
      if (step instanceof Step.Event event) {
        append(joined, event.bytes());
      } else if (step instanceof Step.Body body) {
        append(joined, body.bytes());
      } else if (joined.size() == 0) {
        return step;
      } else {
        ahead = Optional.of(step);
      }
    }
    return new Step.Body(ByteBuffer.wrap(joined.toByteArray()));
  }

  private static void append(ByteArrayOutputStream joined, ByteBuffer bytes) {
    byte[] copy = new byte[bytes.remaining()];
    bytes.duplicate().get(copy);
    joined.writeBytes(copy);
  }
}
