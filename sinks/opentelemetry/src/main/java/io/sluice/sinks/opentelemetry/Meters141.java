package io.sluice.sinks.opentelemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.sluice.chat.Usage;
import io.sluice.telemetry.HistogramBounds;

/** The metrics of the conventions 1.41. */
final class Meters141 implements Meters {

  private final DoubleHistogram duration;
  private final DoubleHistogram firstChunk;
  private final DoubleHistogram perChunk;
  private final LongHistogram tokens;

  Meters141(Meter meter) {
    duration = seconds(meter, "operation.duration", "Duration of operations.");
    firstChunk =
        seconds(meter, "operation.time_to_first_chunk", "Time to the first chunk of an answer.");
    perChunk =
        seconds(meter, "operation.time_per_output_chunk", "Time between two chunks of an answer.");
    tokens =
        meter
            .histogramBuilder("gen_ai.client.token.usage")
            .setUnit("{token}")
            .setDescription("Tokens of requests and answers, as the server counts them.")
            .ofLongs()
            .setExplicitBucketBoundariesAdvice(HistogramBounds.TOKENS)
            .build();
  }

  @Override
  public void ended(EndedRun run) {
    duration.record(run.seconds(), run.withError());
    run.firstChunk().ifPresent(time -> firstChunk.record(time, run.attributes()));
    run.usage().ifPresent(usage -> usage(usage, run.attributes()));
  }

  @Override
  public void chunk(double seconds, Attributes attributes) {
    perChunk.record(seconds, attributes);
  }

  private void usage(Usage usage, Attributes attributes) {
    tokens.record(usage.promptTokens(), of("input", attributes));
    tokens.record(usage.completionTokens(), of("output", attributes));
  }

  private static Attributes of(String type, Attributes attributes) {
    return attributes.toBuilder().put(Keys.TOKEN_TYPE, type).build();
  }

  private static DoubleHistogram seconds(Meter meter, String name, String description) {
    return meter
        .histogramBuilder("gen_ai.client." + name)
        .setUnit("s")
        .setDescription(description)
        .setExplicitBucketBoundariesAdvice(HistogramBounds.SECONDS)
        .build();
  }
}
