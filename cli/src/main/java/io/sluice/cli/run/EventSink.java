package io.sluice.cli.run;

import io.sluice.cli.terminal.StandardOutput;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import io.sluice.transcript.TranscriptWriter;
import java.io.IOException;

/** Prints the run as a transcript, each line as soon as there is something to say. */
final class EventSink implements Sink {
  private final StandardOutput out;

  EventSink(StandardOutput out) {
    this.out = out;
  }

  @Override
  public void onOpen(StreamContext context) throws IOException {
    out.print(TranscriptWriter.open(context));
  }

  @Override
  public void onRetry(Retry retry) throws IOException {
    out.print(TranscriptWriter.retry(retry));
  }

  @Override
  public void onChunk(Chunk chunk) throws IOException {
    out.print(TranscriptWriter.chunk(chunk));
  }

  @Override
  public void onEnd(Outcome outcome) throws IOException {
    out.print(TranscriptWriter.end(outcome));
  }
}
