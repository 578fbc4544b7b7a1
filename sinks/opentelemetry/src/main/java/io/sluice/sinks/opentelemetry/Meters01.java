package io.sluice.sinks.opentelemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.sluice.chat.Usage;
import io.sluice.json.UsageDetail;
import io.sluice.telemetry.HistogramBounds;

/** The metrics of the conventions for generative AI 0.1. */
final class Meters01 implements Meters {

  private final DoubleHistogram duration;
  private final DoubleHistogram firstChunk;
  private final DoubleHistogram perChunk;
  private final LongHistogram input;
  private final LongHistogram output;
  private final LongCounter inputTotal;
  private final LongCounter outputTotal;
  private final LongCounter cacheRead;
  private final LongCounter cacheWrite;
  private final LongCounter reasoning;

  Meters01(Meter meter) {
    duration = seconds(meter, "duration", "Duration of inferences.");
    firstChunk = seconds(meter, "time_to_first_chunk", "Time to the first chunk of an answer.");
    perChunk = seconds(meter, "time_per_output_chunk", "Time between two chunks of an answer.");
    input = tokens(meter, "operation.input_tokens", "Tokens of a request.");
    output = tokens(meter, "operation.output_tokens", "Tokens of an answer.");
    inputTotal = total(meter, "input_tokens", "Tokens of all requests.");
    outputTotal = total(meter, "output_tokens", "Tokens of all answers.");
    cacheRead = total(meter, "cache_read.input_tokens", "Tokens read from a cache.");
    cacheWrite = total(meter, "cache_write.input_tokens", "Tokens written to a cache.");
    reasoning = total(meter, "reasoning.output_tokens", "Tokens of reasoning.");
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
    input.record(usage.promptTokens(), attributes);
    output.record(usage.completionTokens(), attributes);
    inputTotal.add(usage.promptTokens(), attributes);
    outputTotal.add(usage.completionTokens(), attributes);
    UsageDetail.CACHE_READ.of(usage).ifPresent(count -> cacheRead.add(count, attributes));
    UsageDetail.CACHE_WRITE.of(usage).ifPresent(count -> cacheWrite.add(count, attributes));
    UsageDetail.REASONING.of(usage).ifPresent(count -> reasoning.add(count, attributes));
  }

  private static DoubleHistogram seconds(Meter meter, String name, String description) {
    return meter
        .histogramBuilder("gen_ai.client.inference." + name)
        .setUnit("s")
        .setDescription(description)
        .setExplicitBucketBoundariesAdvice(HistogramBounds.SECONDS)
        .build();
  }

  private static LongHistogram tokens(Meter meter, String name, String description) {
    return meter
        .histogramBuilder("gen_ai.client.inference." + name)
        .setUnit("{token}")
        .setDescription(description)
        .ofLongs()
        .setExplicitBucketBoundariesAdvice(HistogramBounds.TOKENS)
        .build();
  }

  private static LongCounter total(Meter meter, String name, String description) {
    return meter
        .counterBuilder("gen_ai.client.inference.usage." + name)
        .setUnit("{token}")
        .setDescription(description)
        .build();
  }
}
