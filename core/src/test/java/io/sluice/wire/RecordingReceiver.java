package io.sluice.wire;

import io.sluice.stream.Chunk;
import io.sluice.stream.CompletionAccumulator;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes down what a reader reports, and refuses anything behind an end. */
final class RecordingReceiver implements Dialect.Receiver {

  final List<Chunk> chunks = new ArrayList<>();
  final List<Kind> irregularities = new ArrayList<>();
  final CompletionAccumulator completion = new CompletionAccumulator();
  Optional<Failure> failure = Optional.empty();
  boolean done;

  @Override
  public void chunk(Chunk chunk) {
    refuseAfterTheEnd();
    chunks.add(chunk);
    completion.add(chunk);
  }

  @Override
  public void irregular(Kind kind) {
    refuseAfterTheEnd();
    irregularities.add(kind);
  }

  @Override
  public void done() {
    refuseAfterTheEnd();
    done = true;
  }

  @Override
  public void failed(Failure reason) {
    refuseAfterTheEnd();
    failure = Optional.of(reason);
  }

  private void refuseAfterTheEnd() {
    if (done || failure.isPresent()) {
      throw new AssertionError("reported after the end");
    }
  }
}
