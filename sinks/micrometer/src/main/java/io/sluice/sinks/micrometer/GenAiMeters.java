package io.sluice.sinks.micrometer;

import io.micrometer.core.instrument.MeterRegistry;
import io.sluice.observe.StreamObserver;
import io.sluice.sink.Sink;
import io.sluice.telemetry.RunStart;
import java.time.Instant;
import java.util.Objects;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;

/**
 * Reports runs to a Micrometer registry: how long they took, when the first chunk and the first
 * token came, the server's token figures, what is under way, retries and irregularities. {@link
 * #sink} makes the sink of one run, so a pipeline takes {@code meters::sink}:
 *
 * <pre>{@code
 * var meters = GenAiMeters.of(registry);
 * var pipeline =
 *     Pipeline.from(transport)
 *         .to("meters", meters::sink, Delivery.optional())
 *         .build();
 * }</pre>
 *
 * <p>No tag has more values than there are providers, models and kinds of errors; of models, those
 * beyond the first {@value #MOST_MODELS} share the tag {@code other}. Keep one of these for the
 * life of the registry. Thread-safe.
 */
public final class GenAiMeters {

  /** How many models get a tag of their own. */
  public static final int MOST_MODELS = 100;

  private final CompletableFuture<RunMeters> meters;

  private GenAiMeters(CompletionStage<? extends MeterRegistry> registry, DurationSource durations) {
    this.meters = registry.thenApply(made -> new RunMeters(made, durations)).toCompletableFuture();
  }

  /** Meters in that registry, which stays the caller's. */
  public static GenAiMeters of(MeterRegistry registry) {
    Objects.requireNonNull(registry, "registry");
    return new GenAiMeters(CompletableFuture.completedFuture(registry), DurationSource.METERS);
  }

  /**
   * Meters in that registry but for the duration of runs and those under way: for an application in
   * which an observation named {@code gen_ai.client.operation} gives these, as that of the starter
   * for Spring Boot.
   */
  public static GenAiMeters besideObservations(MeterRegistry registry) {
    Objects.requireNonNull(registry, "registry");
    return new GenAiMeters(
        CompletableFuture.completedFuture(registry), DurationSource.OBSERVATIONS);
  }

  /**
   * Meters in a registry that is made meanwhile. Runs that begin before it is there are recorded
   * when it comes, on the thread that completes the stage; if it fails, they are not recorded.
   */
  public static GenAiMeters of(CompletionStage<? extends MeterRegistry> registry) {
    return new GenAiMeters(registry, DurationSource.METERS);
  }

  /** Who records how long runs take. */
  enum DurationSource {
    METERS,
    OBSERVATIONS
  }

  /**
   * Makes a sink for one run. Chunks cost it nothing: meters are touched when the run begins, is
   * tried again and ends.
   */
  public Sink sink() {
    return new MeterSink(meters);
  }

  /**
   * Observes all streams of a transport, also those of no pipeline, instead of a {@link #sink} for
   * each: {@code NettyTransport.builder().observer(meters.observer())}.
   */
  public StreamObserver observer() {
    return stream ->
        new MeterObservation(new MeteredRun(meters, RunStart.of(stream, Instant.now())));
  }
}
