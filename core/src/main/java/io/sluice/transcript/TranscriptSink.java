package io.sluice.transcript;

import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import java.io.IOException;
import java.util.Objects;

/**
 * Turns a run into the lines of a transcript ({@code docs/transcript-format.md}): one when it
 * opens, one for each retry and each chunk, and one at its end. A call returns when the target has
 * taken its line; what the target throws, it throws. The target is never closed.
 */
public final class TranscriptSink implements Sink {

  private final LineTarget target;

  private TranscriptSink(LineTarget target) {
    this.target = target;
  }

  /** A sink whose lines go to {@code target}. */
  public static TranscriptSink to(LineTarget target) {
    return new TranscriptSink(Objects.requireNonNull(target, "target"));
  }

  @Override
  public void onOpen(StreamContext context) throws IOException {
    target.write(TranscriptWriter.open(context));
  }

  @Override
  public void onRetry(Retry retry) throws IOException {
    target.write(TranscriptWriter.retry(retry));
  }

  @Override
  public void onChunk(Chunk chunk) throws IOException {
    target.write(TranscriptWriter.chunk(chunk));
  }

  @Override
  public void onEnd(Outcome outcome) throws IOException {
    target.write(TranscriptWriter.end(outcome));
  }
}
