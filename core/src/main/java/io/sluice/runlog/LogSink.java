package io.sluice.runlog;

import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Failure;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import io.sluice.stream.Status;
import io.sluice.stream.Timing;
import io.sluice.transcript.TranscriptWriter;
import java.time.Duration;

/** Writes a run into its log. Once the log is full, its record ends, and the run goes on. */
final class LogSink implements Sink {

  private final RunLog log;
  private long chunks;
  private int attempts = 1;
  private Duration lastChunk = Duration.ZERO;

  LogSink(RunLog log) {
    this.log = log;
  }

  @Override
  public void onOpen(StreamContext context) {
    add(TranscriptWriter.open(context));
  }

  @Override
  public void onRetry(Retry retry) {
    attempts = retry.attempt();
    add(TranscriptWriter.retry(retry));
  }

  @Override
  public void onChunk(Chunk chunk) {
    if (add(TranscriptWriter.chunk(chunk))) {
      chunks++;
      lastChunk = chunk.at();
    }
  }

  @Override
  public void onEnd(Outcome outcome) {
    if (!log.isEnded()) {
      log.end(TranscriptWriter.end(outcome));
    }
  }

  private boolean add(String line) {
    if (log.isEnded()) {
      return false;
    }
    if (log.append(line)) {
      return true;
    }
    log.end(TranscriptWriter.end(cutShort()));
    return false;
  }

  private Outcome cutShort() {
    var why =
        new Failure.Sinks(
            "the record is full at " + log.limit() + " bytes; raise the limit of the log");
    return Outcome.builder(Status.TRUNCATED)
        .chunks(chunks)
        .timing(Timing.builder().attempts(attempts).total(lastChunk).build())
        .failure(why)
        .build();
  }
}
