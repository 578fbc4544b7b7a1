package io.sluice.sinks.opentelemetry.plugin;

import io.sluice.observe.ProgramMeter;
import io.sluice.sink.SinkFactory;
import io.sluice.sink.SinkOption;
import io.sluice.sink.SinkOptions;
import java.io.IOException;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Makes the sinks of all runs, which share one SDK as long as their options are the same.
 * Thread-safe.
 */
final class OtelSinkFactory implements SinkFactory, AutoCloseable {

  /** How long the process waits at its end for what is not delivered yet. */
  private static final Duration FLUSH = Duration.ofSeconds(5);

  private final List<ProgramMeter> watched = new CopyOnWriteArrayList<>();
  private final Map<OtelOptions, ProcessTelemetry> byOptions = new ConcurrentHashMap<>();
  private final Map<String, String> environment;
  private final Duration flush;

  OtelSinkFactory() {
    this(System.getenv(), FLUSH);
  }

  /** A factory whose end takes so long at the most. */
  OtelSinkFactory(Map<String, String> environment, Duration flush) {
    this.environment = environment;
    this.flush = flush;
  }

  @Override
  public OtelSink create(SinkOptions options) throws IOException {
    OtelOptions read = OtelOptions.of(options, environment);
    return new OtelSink(
        byOptions.computeIfAbsent(read, same -> new ProcessTelemetry(same, watched)));
  }

  @Override
  public void watch(ProgramMeter meter) {
    watched.add(meter);
  }

  @Override
  public List<SinkOption> options() {
    return OtelOptions.DECLARED;
  }

  @Override
  public String description() {
    return "reports runs to OpenTelemetry as spans and metrics, by OTLP";
  }

  /**
   * Sends what is left, for as long as the flush may take.
   *
   * @throws IOException in one line, if something could not be delivered
   */
  @Override
  public void close() throws IOException {
    long deadline = System.nanoTime() + flush.toNanos();
    Optional<String> complaint = Optional.empty();
    for (ProcessTelemetry each : byOptions.values()) {
      Optional<String> said = each.close(Duration.ofNanos(deadline - System.nanoTime()));
      complaint = complaint.or(() -> said);
    }
    if (complaint.isPresent()) {
      throw new IOException(complaint.get());
    }
  }
}
