package io.sluice.sinks.micrometer;

import io.sluice.observe.StreamObservation;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;

/**
 * Reports one stream of a transport.
 *
 * @param run what is told of it
 */
record MeterObservation(MeteredRun run) implements StreamObservation {

  @Override
  public void retried(Retry retry) {
    run.retried(retry);
  }

  @Override
  public void ended(Outcome outcome) {
    run.ended(outcome);
    run.close();
  }
}
