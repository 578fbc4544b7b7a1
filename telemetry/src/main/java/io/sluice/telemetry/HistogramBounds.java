package io.sluice.telemetry;

import java.util.List;
import java.util.stream.DoubleStream;
import java.util.stream.LongStream;

/** The bounds of histograms that OpenTelemetry's conventions for generative AI advise. */
public final class HistogramBounds {

  /** Of durations, in seconds: 0.01, doubled up to 81.92. */
  public static final List<Double> SECONDS =
      DoubleStream.iterate(0.01, bound -> bound < 100, bound -> bound * 2)
          .map(bound -> Math.round(bound * 100) / 100.0)
          .boxed()
          .toList();

  /** Of tokens: the powers of four from 1 to 4 to the 13th. */
  public static final List<Long> TOKENS =
      LongStream.iterate(1, bound -> bound <= 1L << 26, bound -> bound * 4).boxed().toList();

  private HistogramBounds() {}
}
