package io.sluice.sinks.micrometer.plugin;

import io.sluice.observe.ProgramMeter;
import io.sluice.sink.Sink;
import io.sluice.sink.SinkFactory;
import io.sluice.sink.SinkOption;
import io.sluice.sink.SinkOptions;
import java.io.IOException;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.CopyOnWriteArrayList;

/**
 * Makes the sinks of all runs, which share one registry as long as they name the same address.
 * Thread-safe.
 */
final class MicrometerSinkFactory implements SinkFactory, AutoCloseable {

  private static final int HIGHEST_PORT = 65_535;

  private static final SinkOption PORT =
      SinkOption.of("port", SinkOption.Type.INT, "the port where /metrics is read; 0 for any")
          .orElse("9464");
  private static final SinkOption HOST =
      SinkOption.of("host", SinkOption.Type.TEXT, "the address where it listens")
          .orElse("127.0.0.1");

  private final List<ProgramMeter> watched = new CopyOnWriteArrayList<>();
  private final Map<ScrapeAddress, ProcessMeters> byAddress = new ConcurrentHashMap<>();

  @Override
  public Sink create(SinkOptions options) {
    int port = options.number(PORT.name()).orElseThrow();
    if (port < 0 || port > HIGHEST_PORT) {
      throw new IllegalArgumentException("port is " + port + "; use 0 to " + HIGHEST_PORT);
    }
    var address = new ScrapeAddress(options.text(HOST.name()).orElseThrow(), port);
    return new MicrometerSink(
        byAddress.computeIfAbsent(address, at -> new ProcessMeters(at, watched)));
  }

  @Override
  public void watch(ProgramMeter meter) {
    watched.add(meter);
  }

  @Override
  public List<SinkOption> options() {
    return List.of(PORT, HOST);
  }

  @Override
  public String description() {
    return "keeps figures of runs, which Prometheus reads from /metrics";
  }

  /**
   * Ends the endpoints.
   *
   * @throws IOException in one line, if one could not be opened
   */
  @Override
  public void close() throws IOException {
    Optional<String> complaint = Optional.empty();
    for (ProcessMeters each : byAddress.values()) {
      Optional<String> said = each.close();
      complaint = complaint.or(() -> said);
    }
    if (complaint.isPresent()) {
      throw new IOException(complaint.get());
    }
  }

  /** The port at which the figures of that address are read, once they are; for tests. */
  int port(String host, int port) {
    ProcessMeters meters = byAddress.get(new ScrapeAddress(host, port));
    if (meters == null) {
      throw new IllegalStateException("no sink was made for " + host + ":" + port);
    }
    return meters.port();
  }
}
