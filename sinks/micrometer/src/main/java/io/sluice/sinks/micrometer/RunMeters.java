package io.sluice.sinks.micrometer;

import io.micrometer.core.instrument.Counter;
import io.micrometer.core.instrument.DistributionSummary;
import io.micrometer.core.instrument.LongTaskTimer;
import io.micrometer.core.instrument.Meter.MeterProvider;
import io.micrometer.core.instrument.MeterRegistry;
import io.micrometer.core.instrument.Tags;
import io.micrometer.core.instrument.Timer;
import io.micrometer.core.instrument.composite.CompositeMeterRegistry;
import io.sluice.chat.Usage;
import io.sluice.sinks.micrometer.GenAiMeters.DurationSource;
import io.sluice.stream.Irregularity;
import io.sluice.stream.Outcome;
import io.sluice.stream.StreamOptions.Form;
import io.sluice.telemetry.FailureWord;
import io.sluice.telemetry.HistogramBounds;
import io.sluice.telemetry.RunFacts;
import java.time.Duration;

/** All meters of runs, by their tags. The registry keeps each of them. Thread-safe. */
final class RunMeters {

  private static final String OPERATION = "gen_ai.client.operation";
  private static final String NONE = "none";

  private final MeterProvider<Timer> duration;
  private final MeterProvider<Timer> firstChunk;
  private final MeterProvider<Timer> firstToken;
  private final MeterProvider<DistributionSummary> tokens;
  private final MeterProvider<LongTaskTimer> active;
  private final MeterProvider<Counter> retries;
  private final MeterProvider<Counter> irregularities;
  private final ModelTags models = new ModelTags(GenAiMeters.MOST_MODELS);

  /** A composite of no registry records nothing. */
  RunMeters(MeterRegistry registry, DurationSource durations) {
    MeterRegistry ofDurations =
        durations == DurationSource.METERS ? registry : new CompositeMeterRegistry();
    duration = timer(OPERATION, "Duration of runs.").withRegistry(ofDurations);
    firstChunk =
        timer(OPERATION + ".time_to_first_chunk", "Time to the first chunk of an answer.")
            .withRegistry(registry);
    firstToken =
        timer("sluice.time_to_first_token", "Time to the first token of an answer.")
            .withRegistry(registry);
    tokens =
        DistributionSummary.builder("gen_ai.client.token.usage")
            .baseUnit("tokens")
            .description("Tokens of requests and answers, as the server counts them.")
            .serviceLevelObjectives(
                HistogramBounds.TOKENS.stream().mapToDouble(Long::doubleValue).toArray())
            .withRegistry(registry);
    active =
        LongTaskTimer.builder(OPERATION + ".active")
            .description("Runs that have begun and not ended.")
            .withRegistry(ofDurations);
    retries =
        Counter.builder("sluice.retries")
            .description("Requests that were sent again, by what went wrong.")
            .withRegistry(registry);
    irregularities =
        Counter.builder("sluice.irregularities")
            .description("What was forgiven of servers, by kind.")
            .withRegistry(registry);
  }

  /** The tags of all meters of a run. */
  Tags tags(RunFacts run) {
    return Tags.of(
        "gen_ai.operation.name", RunFacts.OPERATION,
        "gen_ai.provider.name", run.provider(),
        "gen_ai.request.model", models.of(run.model()));
  }

  LongTaskTimer.Sample began(Tags run) {
    return active.withTags(run).start();
  }

  void retried(Tags run, String error) {
    retries.withTags(run.and("kind", error)).increment();
  }

  void ended(Tags run, Outcome outcome, Duration took, Form form) {
    String model = outcome.completion().model();
    Tags answered = run.and("gen_ai.response.model", model.isEmpty() ? NONE : models.of(model));
    String error = FailureWord.of(outcome).orElse(NONE);
    duration.withTags(answered.and("error.type", error)).record(took);
    if (form == Form.STREAMED) {
      outcome.timing().firstChunk().ifPresent(firstChunk.withTags(answered)::record);
      outcome.timing().firstToken().ifPresent(firstToken.withTags(answered)::record);
    }
    outcome.completion().usage().ifPresent(usage -> usage(answered, usage));
    for (Irregularity forgiven : outcome.irregularities()) {
      irregularities
          .withTags(run.and("kind", forgiven.kind().word()))
          .increment((double) forgiven.times());
    }
  }

  private void usage(Tags run, Usage usage) {
    if (usage.tellsPrompt()) {
      tokens(run, "input", usage.promptTokens());
    }
    if (usage.tellsCompletion()) {
      tokens(run, "output", usage.completionTokens());
    }
  }

  private void tokens(Tags run, String type, long count) {
    tokens.withTags(run.and("gen_ai.token.type", type)).record((double) count);
  }

  private static Timer.Builder timer(String name, String description) {
    return Timer.builder(name)
        .description(description)
        .serviceLevelObjectives(
            HistogramBounds.SECONDS.stream()
                .map(seconds -> Duration.ofMillis(Math.round(seconds * 1000)))
                .toArray(Duration[]::new));
  }
}
