package io.sluice.sinks.micrometer.plugin;

import io.micrometer.prometheusmetrics.PrometheusConfig;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sluice.sink.Sink;
import io.sluice.sinks.micrometer.GenAiMeters;
import io.sluice.stream.OneLine;
import io.sluice.thread.DaemonThreads;
import java.io.IOException;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionException;
import java.util.concurrent.atomic.AtomicBoolean;

/** What all runs of the process share: one registry and one endpoint. Thread-safe. */
final class ProcessMeters {

  private final ScrapeAddress address;
  private final CompletableFuture<PrometheusMeterRegistry> registry = new CompletableFuture<>();
  private final CompletableFuture<ScrapeEndpoint> endpoint = new CompletableFuture<>();
  private final GenAiMeters meters = GenAiMeters.of(registry);
  private final AtomicBoolean begun = new AtomicBoolean();

  /** Makes nothing yet. */
  ProcessMeters(ScrapeAddress address) {
    this.address = address;
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
      registry.complete(made);
      endpoint.complete(ScrapeEndpoint.open(address, made));
    } catch (IOException | RuntimeException | Error failed) {
      registry.completeExceptionally(failed);
      endpoint.completeExceptionally(failed);
    }
  }

  private static String said(CompletionException failed) {
    Throwable cause = failed.getCause();
    return String.valueOf(cause == null ? failed.getMessage() : cause.getMessage());
  }
}
