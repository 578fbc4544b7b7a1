package io.sluice.examples;

import io.sluice.simulator.Received;
import io.sluice.simulator.Simulator;
import io.sluice.simulator.SimulatorBuilder;
import io.sluice.simulator.fault.Fault;
import io.sluice.stream.ChatTransport;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.transport.netty.Proxies;
import io.sluice.wire.Endpoint;
import java.io.IOException;
import java.io.InputStream;
import java.util.List;
import java.util.Objects;
import java.util.concurrent.CopyOnWriteArrayList;

/** A simulator that an example asks, the transport to it, and what came by. */
final class Server implements AutoCloseable {

  private final List<Received> requests = new CopyOnWriteArrayList<>();
  private final Simulator simulator;
  private final ChatTransport transport;

  private Server(SimulatorBuilder builder) {
    simulator = builder.onRequest(requests::add).start();
    transport = NettyTransport.builder(Endpoint.of(url())).proxies(Proxies.none()).build();
  }

  /** Answers with the offline model. */
  static Server offline() {
    return new Server(Simulator.builder());
  }

  /** Answers {@code A fox naps. Pi is 3.14! Why not?}, and goes wrong as told. */
  static Server recorded(String... faults) throws IOException {
    SimulatorBuilder builder = Simulator.builder();
    try (InputStream fox = Server.class.getResourceAsStream("/fox.sse")) {
      builder.replayBytes(Objects.requireNonNull(fox).readAllBytes(), "text/event-stream");
    }
    List.of(faults).forEach(fault -> builder.fault(Fault.parse(fault)));
    return new Server(builder);
  }

  ChatTransport transport() {
    return transport;
  }

  String url() {
    return simulator.baseUrl().toString();
  }

  /** The bodies of the requests, in order. */
  List<String> asked() {
    return requests.stream().map(Received::body).toList();
  }

  @Override
  public void close() {
    transport.close();
    simulator.close();
  }
}
