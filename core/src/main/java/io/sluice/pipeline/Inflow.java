package io.sluice.pipeline;

import io.sluice.stream.Chunk;
import java.util.concurrent.Flow;

/** Turns a stream's signals, on whatever threads they come, into turns of the run. */
final class Inflow implements Flow.Subscriber<Chunk> {

  private final PipelineRun run;

  Inflow(PipelineRun run) {
    this.run = run;
  }

  @Override
  public void onSubscribe(Flow.Subscription subscription) {
    run.subscribed(subscription);
  }

  @Override
  public void onNext(Chunk chunk) {
    run.arrived(chunk);
  }

  @Override
  public void onError(Throwable reason) {
    run.ended(reason);
  }

  @Override
  public void onComplete() {
    run.ended();
  }
}
