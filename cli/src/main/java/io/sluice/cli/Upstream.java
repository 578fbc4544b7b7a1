package io.sluice.cli;

import io.sluice.simulator.Simulator;
import io.sluice.stream.ChatTransport;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.transport.netty.Proxies;
import io.sluice.wire.Endpoint;
import java.util.Optional;

/**
 * Whoever answers: a server, or the built-in model behind a server of our own on loopback. To be
 * closed after the last answer.
 */
final class Upstream implements AutoCloseable {
  private static final String STANDARD_MODEL = "gpt-4o-mini";
  private static final String BUILT_IN_MODEL = "sluice-offline";

  private final ChatTransport transport;
  private final String model;
  private final Optional<String> notice;
  private final Optional<Simulator> simulator;

  private Upstream(
      ChatTransport transport,
      String model,
      Optional<String> notice,
      Optional<Simulator> simulator) {
    this.transport = transport;
    this.model = model;
    this.notice = notice;
    this.simulator = simulator;
  }

  /** As the flags and variables say; connects to nobody yet. */
  static Upstream open(Call call) {
    Optional<String> named = call.arguments().value("--model").map(Given::text);
    Optional<Endpoint> endpoint = ConnectionFlags.endpoint(call.arguments());
    if (endpoint.isEmpty()) {
      return builtIn(offline(call.arguments(), named));
    }
    try {
      Proxies proxies = Proxies.fromEnvironment(call.arguments().environment());
      ChatTransport transport = NettyTransport.builder(endpoint.get()).proxies(proxies).build();
      return new Upstream(
          transport, named.orElse(STANDARD_MODEL), Optional.empty(), Optional.empty());
    } catch (IllegalArgumentException malformed) {
      throw UsageException.of(malformed);
    }
  }

  ChatTransport transport() {
    return transport;
  }

  /** The model to ask. */
  String model() {
    return model;
  }

  /** What is to be said of it before anything is sent. */
  Optional<String> notice() {
    return notice;
  }

  Answerer answerer() {
    return simulator.isPresent() ? Answerer.builtIn() : Answerer.server();
  }

  @Override
  public void close() {
    transport.close();
    simulator.ifPresent(Simulator::close);
  }

  private static Upstream builtIn(String notice) {
    Simulator simulator = Simulator.start();
    ChatTransport transport =
        NettyTransport.builder(Endpoint.of(simulator.baseUrl().toString()))
            .proxies(Proxies.none())
            .build();
    return new Upstream(transport, BUILT_IN_MODEL, Optional.of(notice), Optional.of(simulator));
  }

  private static String offline(Arguments arguments, Optional<String> named) {
    String why = arguments.on("--offline") ? "" : "no OPENAI_API_KEY; ";
    String instead =
        named
            .filter(model -> !model.equals(BUILT_IN_MODEL))
            .map(model -> ", not " + model)
            .orElse("");
    return "offline: " + why + "a small built-in model answers" + instead;
  }
}
