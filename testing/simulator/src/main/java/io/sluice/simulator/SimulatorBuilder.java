package io.sluice.simulator;

import io.netty.handler.ssl.SslContext;
import io.sluice.simulator.chat.Answers;
import io.sluice.simulator.chat.OfflineAnswers;
import io.sluice.simulator.chat.RecordedAnswer;
import io.sluice.simulator.fault.Fault;
import io.sluice.simulator.fault.Faults;
import io.sluice.simulator.welcome.Welcome;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.function.Consumer;

/** The settings of a simulator. Mutable, not thread-safe; may start any number of simulators. */
public final class SimulatorBuilder {
  private final List<Fault> faults = new ArrayList<>();
  private Optional<Answers> recording = Optional.empty();
  private Consumer<Received> observer = request -> {};
  private Optional<SslContext> tls = Optional.empty();
  private double rate;
  private int port;

  SimulatorBuilder() {}

  /**
   * Sets the port to listen on; 0, the default, takes a free one.
   *
   * @throws IllegalArgumentException if it is no port
   */
  public SimulatorBuilder port(int port) {
    if (port < 0 || port > 65_535) {
      throw new IllegalArgumentException("port " + port + " is none; use 0 to 65535");
    }
    this.port = port;
    return this;
  }

  /**
   * Answers every chat request with this recording instead of the offline model's answer: the body
   * of an answer byte for byte, or a transcript ({@code .jsonl}) whose chunks become events. The
   * body may be in any API; it is then sent to every POST, whatever its path.
   *
   * @throws UncheckedIOException with a one-line message, if it cannot be read
   */
  public SimulatorBuilder replay(Path file) {
    try {
      recording = Optional.of(RecordedAnswer.read(file));
    } catch (IOException e) {
      throw new UncheckedIOException(e.getMessage(), e);
    }
    return this;
  }

  /** Answers every chat request with these bytes, as the body of a 200 of that content type. */
  public SimulatorBuilder replayBytes(byte[] body, String contentType) {
    recording = Optional.of(RecordedAnswer.of(body, contentType));
    return this;
  }

  /**
   * Sets how many chunks a second an answer has; 0, the default, means no limit.
   *
   * @throws IllegalArgumentException if it is negative or no number
   */
  public SimulatorBuilder rate(double tokensPerSecond) {
    if (!(tokensPerSecond >= 0)) {
      throw new IllegalArgumentException(
          "rate " + tokensPerSecond + " is none; use tokens per second, or 0 for no limit");
    }
    this.rate = tokensPerSecond;
    return this;
  }

  /** Adds a fault for every chat request. */
  public SimulatorBuilder fault(Fault fault) {
    faults.add(fault);
    return this;
  }

  /** Speaks TLS with a self-signed certificate, which a client must refuse. */
  public SimulatorBuilder badCertificate() {
    tls = Optional.of(Certificate.untrusted());
    return this;
  }

  /**
   * Passes every request to {@code observer} before it is answered, on the simulator's thread: the
   * observer must not block.
   */
  public SimulatorBuilder onRequest(Consumer<Received> observer) {
    this.observer = observer;
    return this;
  }

  /**
   * Starts listening.
   *
   * @throws UncheckedIOException with a one-line message, if the port is not available
   */
  public Simulator start() {
    if (recording.isEmpty()) {
      // Reading the model's text takes longer than the rest of the start, so it runs beside it.
      var loading = new Thread(OfflineAnswers::model, "sluice-simulator-model");
      loading.setDaemon(true);
      loading.start();
    }
    var always = new Faults(faults);
    var welcome =
        new Welcome(
            tls.isPresent() ? "https" : "http",
            recording.isPresent() ? Optional.empty() : Optional.of(OfflineAnswers.MODEL),
            rate,
            always);
    var router =
        new Router(
            recording.orElseGet(OfflineAnswers::new), new RequestFaults(always), rate, welcome);
    return Simulator.start(port, new Clients(router, observer, tls));
  }
}
