package io.sluice.wire;

import io.sluice.accumulate.CompletionAccumulator;
import io.sluice.stream.Chunk;
import io.sluice.stream.Failure;
import io.sluice.stream.Irregularity.Kind;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Writes down what a reader reports, and refuses anything behind an end. */
final class RecordingReceiver implements Dialect.Receiver {

  /** All that was reported, a line each, as {@link Said} words it. */
  final List<String> said = new ArrayList<>();

  final List<Chunk> chunks = new ArrayList<>();
  final CompletionAccumulator completion = new CompletionAccumulator();
  Optional<Failure> failure = Optional.empty();
  boolean done;

  @Override
  public void chunk(Chunk chunk) {
    refuseAfterTheEnd();
    chunks.add(chunk);
    said.add(Said.of(chunk));
    completion.add(chunk);
  }

  @Override
  public void irregular(Kind kind) {
    refuseAfterTheEnd();
    said.add(kind.word());
  }

  @Override
  public void done() {
    refuseAfterTheEnd();
    done = true;
    said.add("done");
  }

  @Override
  public void failed(Failure reason) {
    refuseAfterTheEnd();
    failure = Optional.of(reason);
    said.add(Said.of(reason));
  }

  private void refuseAfterTheEnd() {
    if (done || failure.isPresent()) {
      throw new AssertionError("reported after the end");
    }
  }
}
