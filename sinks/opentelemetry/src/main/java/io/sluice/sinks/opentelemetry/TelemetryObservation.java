package io.sluice.sinks.opentelemetry;

import io.sluice.observe.StreamObservation;
import io.sluice.stream.Outcome;
import io.sluice.stream.Retry;
import io.sluice.text.HeaderField;
import java.time.Duration;
import java.util.List;

/**
 * Reports one stream of a transport.
 *
 * @param report what is told of it
 */
record TelemetryObservation(RunReport report) implements StreamObservation {

  /** Of a target that is there: this is called where nothing may wait. */
  @Override
  public List<HeaderField> headers() {
    return report.headers(Duration.ZERO);
  }

  @Override
  public void retried(Retry retry) {
    report.retried(retry);
  }

  @Override
  public void ended(Outcome outcome) {
    report.ended(outcome);
  }
}
