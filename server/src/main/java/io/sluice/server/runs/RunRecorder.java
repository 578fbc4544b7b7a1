package io.sluice.server.runs;

import io.sluice.runlog.RunLog;
import io.sluice.sink.Sink;
import io.sluice.sink.StreamContext;
import io.sluice.stream.Chunk;
import io.sluice.stream.Delta;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import java.io.IOException;

/**
 * Writes a run into its log, and has its tokens counted: after a line is written, so that nobody
 * waits for the count, and all of them before the last line.
 */
final class RunRecorder implements Sink {

  private final RunLog log;
  private final Sink lines;
  private final TokenTally tally;
  private final RunProgress progress;

  RunRecorder(RunLog log, TokenTally tally, RunProgress progress) {
    this.log = log;
    this.lines = log.sink();
    this.tally = tally;
    this.progress = progress;
  }

  @Override
  public void onOpen(StreamContext context) throws IOException {
    lines.onOpen(context);
    tally.open(context.request());
  }

  @Override
  public void onRetry(Retry retry) throws IOException {
    lines.onRetry(retry);
  }

  @Override
  public void onChunk(Chunk chunk) throws IOException {
    if (chunk.deltas().stream().anyMatch(Delta::carriesTokens)) {
      progress.begin();
    }
    lines.onChunk(chunk);
    tally.add(chunk, log.lines());
  }

  @Override
  public void onEnd(Outcome outcome) throws IOException {
    progress.begin();
    try {
      tally.end(log.lines());
    } finally {
      lines.onEnd(outcome);
    }
  }
}
