package io.sluice.cli.compare;

import io.sluice.accumulate.ProgressAccumulator;
import io.sluice.pipeline.Pipeline;
import io.sluice.sink.Sink;

/** Shows nothing before all is over. */
final class HiddenView implements ComparisonView {
  @Override
  public Sink printing(int number) {
    return chunk -> {};
  }

  @Override
  public void watch(int number, ProgressAccumulator progress, Pipeline.Builder pipeline) {}

  @Override
  public void begin() {}

  @Override
  public void over(int number) {}

  @Override
  public void close() {}
}
