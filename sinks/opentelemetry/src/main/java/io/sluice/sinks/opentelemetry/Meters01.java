package io.sluice.sinks.opentelemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongCounter;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.Meter;
import io.sluice.json.UsageDetail;

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
    var named = new InstrumentFamily(meter, "gen_ai.client.inference.");
    duration = named.seconds("duration", "Duration of inferences.");
    firstChunk = named.seconds("time_to_first_chunk", "Time to the first chunk of an answer.");
    perChunk = named.seconds("time_per_output_chunk", "Time between two chunks of an answer.");
    input = named.tokens("operation.input_tokens", "Tokens of a request.");
    output = named.tokens("operation.output_tokens", "Tokens of an answer.");
    inputTotal = named.total("usage.input_tokens", "Tokens of all requests.");
    outputTotal = named.total("usage.output_tokens", "Tokens of all answers.");
    cacheRead = named.total("usage.cache_read.input_tokens", "Tokens read from a cache.");
    cacheWrite = named.total("usage.cache_write.input_tokens", "Tokens written to a cache.");
    reasoning = named.total("usage.reasoning.output_tokens", "Tokens of reasoning.");
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

  private void usage(KnownUsage usage, Attributes attributes) {
    usage.input().ifPresent(count -> record(count, input, inputTotal, attributes));
    usage.output().ifPresent(count -> record(count, output, outputTotal, attributes));
    usage.detail(UsageDetail.CACHE_READ).ifPresent(count -> cacheRead.add(count, attributes));
    usage.detail(UsageDetail.CACHE_WRITE).ifPresent(count -> cacheWrite.add(count, attributes));
    usage.detail(UsageDetail.REASONING).ifPresent(count -> reasoning.add(count, attributes));
  }

  private static void record(
      long count, LongHistogram each, LongCounter total, Attributes attributes) {
    each.record(count, attributes);
    total.add(count, attributes);
  }
}
