package io.sluice.sinks.opentelemetry;

import io.opentelemetry.api.common.Attributes;
import io.opentelemetry.api.metrics.DoubleHistogram;
import io.opentelemetry.api.metrics.LongHistogram;
import io.opentelemetry.api.metrics.Meter;

/** The metrics of the conventions 1.41. */
final class Meters141 implements Meters {

  private final DoubleHistogram duration;
  private final DoubleHistogram firstChunk;
  private final DoubleHistogram perChunk;
  private final LongHistogram tokens;

  Meters141(Meter meter) {
    var named = new InstrumentFamily(meter, "gen_ai.client.");
    duration = named.seconds("operation.duration", "Duration of operations.");
    firstChunk =
        named.seconds("operation.time_to_first_chunk", "Time to the first chunk of an answer.");
    perChunk =
        named.seconds("operation.time_per_output_chunk", "Time between two chunks of an answer.");
    tokens =
        named.tokens("token.usage", "Tokens of requests and answers, as the server counts them.");
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
    usage.input().ifPresent(count -> tokens.record(count, of("input", attributes)));
    usage.output().ifPresent(count -> tokens.record(count, of("output", attributes)));
  }

  private static Attributes of(String type, Attributes attributes) {
    return attributes.toBuilder().put(Keys.TOKEN_TYPE, type).build();
  }
}
