package io.sluice.pipeline;

import io.sluice.pipeline.SinkFailure.Phase;
import io.sluice.sink.StreamContext;
import io.sluice.stage.Stage;
import io.sluice.stage.StageTimer;
import io.sluice.stream.Chunk;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.Executor;
import java.util.function.Supplier;

/** The way to a sink behind stages of its own. */
final class StagedLane implements Lane {

  private final Lane sink;
  private final RunStages stages;

  StagedLane(Lane sink, List<Supplier<? extends Stage>> stages, StageTimer timer, Executor turns) {
    this.sink = sink;
    this.stages = new RunStages(stages, timer, turns, sink::chunk, sink::retire);
  }

  @Override
  public boolean live() {
    return sink.live();
  }

  @Override
  public void open(StreamContext context) {
    if (stages.open(context)) {
      sink.open(context);
    }
  }

  @Override
  public void retry(Retry retry) {
    if (sink.live() && stages.retry(retry)) {
      sink.retry(retry);
    }
  }

  @Override
  public void chunk(Chunk chunk) {
    if (sink.live()) {
      stages.chunk(chunk);
    }
  }

  @Override
  public void idle(Duration silence) {
    if (sink.live() && stages.idle(silence)) {
      sink.idle(silence);
    }
  }

  @Override
  public void flush(Outcome outcome) {
    if (sink.live()) {
      stages.flush(outcome);
    }
  }

  @Override
  public void retire(Phase phase, Throwable cause) {
    sink.retire(phase, cause);
  }

  @Override
  public void drain() {
    sink.drain();
  }

  @Override
  public void end(Outcome outcome) {
    stages.end(outcome, sink::end);
  }

  @Override
  public void close() {
    sink.close();
    stages.close();
  }
}
