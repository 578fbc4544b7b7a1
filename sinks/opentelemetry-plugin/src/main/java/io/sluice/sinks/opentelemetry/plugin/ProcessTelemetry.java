package io.sluice.sinks.opentelemetry.plugin;

import io.opentelemetry.api.OpenTelemetry;
import io.opentelemetry.sdk.OpenTelemetrySdk;
import io.sluice.observe.ProgramMeter;
import io.sluice.sink.Sink;
import io.sluice.sinks.opentelemetry.GenAiTelemetry;
import io.sluice.stream.OneLine;
import io.sluice.thread.DaemonThreads;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CompletableFuture;
import java.util.concurrent.CompletionStage;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.TimeoutException;
import java.util.concurrent.atomic.AtomicBoolean;
import org.jspecify.annotations.Nullable;

/** What all runs of the process with the same options share: one SDK. Thread-safe. */
final class ProcessTelemetry {

  private final OtelOptions options;
  private final List<ProgramMeter> watched;
  private final CompletableFuture<SdkWarnings> warnings = new CompletableFuture<>();
  private final CompletableFuture<OpenTelemetrySdk> sdk = new CompletableFuture<>();

  /** The same, when the runs that waited for it are reported. */
  private final CompletableFuture<OpenTelemetrySdk> caughtUp = new CompletableFuture<>();

  private final CompletableFuture<Void> ended = new CompletableFuture<>();
  private final GenAiTelemetry telemetry;
  private final AtomicBoolean begun = new AtomicBoolean();

  /**
   * Makes nothing yet.
   *
   * @param watched the figures of the program, which are read when the SDK is made
   */
  ProcessTelemetry(OtelOptions options, List<ProgramMeter> watched) {
    this.options = options;
    this.watched = watched;
    this.telemetry =
        options.configured(GenAiTelemetry.builder(sdk.thenApply(OpenTelemetry.class::cast)));
  }

  Sink sink() {
    return telemetry.sink();
  }

  boolean propagates() {
    return options.propagates();
  }

  boolean hasBegun() {
    return begun.get();
  }

  /** Has the SDK made, once, on a thread of its own: that takes as long as some answers. */
  void begin() {
    if (begun.compareAndSet(false, true)) {
      start(this::make);
    }
  }

  /** Complete when the SDK is there, and the runs that waited for it are reported. */
  CompletionStage<?> made() {
    return caughtUp;
  }

  /** Complete when the SDK has ended after {@link #close}, which may be later than its limit. */
  CompletionStage<Void> ended() {
    return ended;
  }

  /**
   * Sends what is left and ends the SDK, on another thread: what is not done in time goes on there.
   *
   * @param limit the longest wait
   * @return what is to be said of it in one line, if something could not be delivered
   */
  Optional<String> close(Duration limit) {
    if (!begun.get()) {
      return Optional.empty();
    }
    // Its last figures are sent on the thread that ends it.
    caughtUp.whenComplete((made, failed) -> start(() -> end(made, failed)));
    try {
      ended.get(limit.toNanos(), TimeUnit.NANOSECONDS);
      return warnings.join().complaint(SdkBuild.endpoint(options));
    } catch (ExecutionException failed) {
      return Optional.of("OpenTelemetry could not be started: " + OneLine.of(said(failed)));
    } catch (TimeoutException slow) {
      String to = SdkBuild.endpoint(options);
      return Optional.of("not everything was delivered to " + to + ": it did not answer in time");
    } catch (InterruptedException stopped) {
      Thread.currentThread().interrupt();
      return Optional.empty();
    }
  }

  private static void start(Runnable task) {
    Thread thread = DaemonThreads.named("sluice-otel-").newThread(task);
    thread.setContextClassLoader(ProcessTelemetry.class.getClassLoader());
    thread.start();
  }

  private void make() {
    warnings.complete(new SdkWarnings());
    try {
      OpenTelemetrySdk made = SdkBuild.of(options);
      ProgramInstruments.register(watched, made);
      sdk.complete(made);
      caughtUp.complete(made);
    } catch (RuntimeException | Error failed) {
      sdk.completeExceptionally(failed);
      caughtUp.completeExceptionally(failed);
    }
  }

  private void end(@Nullable OpenTelemetrySdk made, @Nullable Throwable failed) {
    if (made != null) {
      made.shutdown().whenComplete(() -> ended(null));
    } else {
      ended(failed);
    }
  }

  /** The handler goes last, for until then the SDK may warn. */
  private void ended(@Nullable Throwable failed) {
    warnings.join().close();
    if (failed == null) {
      ended.complete(null);
    } else {
      ended.completeExceptionally(failed);
    }
  }

  private static String said(ExecutionException failed) {
    Throwable cause = failed.getCause();
    return String.valueOf(cause == null ? failed.getMessage() : cause.getMessage());
  }
}
