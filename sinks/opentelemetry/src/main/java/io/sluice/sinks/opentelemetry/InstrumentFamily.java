package io.sluice.sinks.opentelemetry;

import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.sluice.telemetry.HistogramBounds;

/**
 * Makes the instruments whose names begin alike, with the units and bounds of the conventions.
 *
 * @param meter what makes them
 * @param prefix how their names begin
 */
record InstrumentFamily(Meter meter, String prefix) {

  private static final String TOKENS = "{token}";

  DoubleHistogram seconds(String name, String description) {
    return meter
        .histogramBuilder(prefix + name)
        .setUnit("s")
        .setDescription(description)
        .setExplicitBucketBoundariesAdvice(HistogramBounds.SECONDS)
        .build();
  }

  LongHistogram tokens(String name, String description) {
    return meter
        .histogramBuilder(prefix + name)
        .setUnit(TOKENS)
        .setDescription(description)
        .ofLongs()
        .setExplicitBucketBoundariesAdvice(HistogramBounds.TOKENS)
        .build();
  }

  LongCounter total(String name, String description) {
    return meter.counterBuilder(prefix + name).setUnit(TOKENS).setDescription(description).build();
  }
}
