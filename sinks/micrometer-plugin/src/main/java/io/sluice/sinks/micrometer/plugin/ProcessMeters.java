package io.sluice.sinks.micrometer.plugin;

import io.micrometer.core.instrument.FunctionCounter;
import io.micrometer.core.instrument.Gauge;
import io.micrometer.core.instrument.Tags;
import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sluice.observe.ProgramMeter;
import io.sluice.sink.Sink;
import io.sluice.sinks.micrometer.GenAiMeters;
import io.sluice.stream.OneLine;
import io.sluice.thread.DaemonThreads;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.function.ToDoubleFunction;

/** What all runs of the process share: one registry and one endpoint. Thread-safe. */
final class ProcessMeters {

  private final ScrapeAddress address;
  private final List<ProgramMeter> watched;
  private final CompletableFuture<PrometheusMeterRegistry> registry = new CompletableFuture<>();
  private final CompletableFuture<ScrapeEndpoint> endpoint = new CompletableFuture<>();
  private final GenAiMeters meters = GenAiMeters.of(registry);
  private final AtomicBoolean begun = new AtomicBoolean();

  /**
   * Makes nothing yet.
   *
   * @param watched the figures of the program, which are read when the registry is made
   */
  ProcessMeters(ScrapeAddress address, List<ProgramMeter> watched) {
    this.address = address;
    this.watched = watched;
  }

  Sink sink() {
    return meters.sink();
  }

  /** Has the registry made and the endpoint opened, once, on a thread of its own. */
  void begin() {
    if (begun.compareAndSet(false, true)) {
      Thread thread = DaemonThreads.named("sluice-micrometer-").newThread(this::make);
      thread.setContextClassLoader(ProcessMeters.class.getClassLoader());
      thread.start();
    }
  }

  /** The port that is read, once it is open. */
  int port() {
    return endpoint.join().port();
  }

  /** Closes the endpoint; returns what is to be said in one line, if it could not be opened. */
  Optional<String> close() {
    if (!begun.get()) {
      return Optional.empty();
    }
    try {
      endpoint.join().close();
      return Optional.empty();
    } catch (CompletionException failed) {
      return Optional.of(
          "nobody could read the figures at "
              + address
              + ": "
              + OneLine.of(said(failed))
              + "; choose another port");
    }
  }

  private void make() {
    try {
      var made = new PrometheusMeterRegistry(PrometheusConfig.DEFAULT);
      watched.forEach(meter -> register(meter, made));
      registry.complete(made);
      endpoint.complete(ScrapeEndpoint.open(address, made));
    } catch (IOException | RuntimeException | Error failed) {
      registry.completeExceptionally(failed);
      endpoint.completeExceptionally(failed);
    }
  }

  private static void register(ProgramMeter meter, PrometheusMeterRegistry made) {
    Tags tags = Tags.empty();
    for (Map.Entry<String, String> label : meter.labels().entrySet()) {
      tags = tags.and(label.getKey(), label.getValue());
    }
    ToDoubleFunction<ProgramMeter> read = known -> known.value().getAsDouble();
    if (meter.kind() == ProgramMeter.Kind.TOTAL) {
      FunctionCounter.builder(meter.name(), meter, read)
          .description(meter.description())
          .tags(tags)
          .register(made);
    } else {
      Gauge.builder(meter.name(), meter, read)
          .description(meter.description())
          .tags(tags)
          .strongReference(true)
          .register(made);
    }
  }

  private static String said(CompletionException failed) {
    Throwable cause = failed.getCause();
    return String.valueOf(cause == null ? failed.getMessage() : cause.getMessage());
  }
}
