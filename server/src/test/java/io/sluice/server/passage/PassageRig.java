package io.sluice.server.passage;

import io.sluice.pipeline.Delivery;
import io.sluice.server.Server;
import io.sluice.server.ServerBuilder;
import io.sluice.sink.Sink;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.transport.netty.Proxies;
import io.sluice.wire.Endpoint;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.function.UnaryOperator;

/** A server that passes requests on to an upstream on this machine. */
final class PassageRig implements AutoCloseable {

  final NettyTransport transport;
  final Server server;

  private PassageRig(
      Endpoint endpoint,
      Function<NettyTransport, Passage.Builder> passage,
      UnaryOperator<ServerBuilder> settings) {
    transport = NettyTransport.builder(endpoint).proxies(Proxies.none()).build();
    server =
        settings
            .apply(Server.builder("default", transport).passage(passage.apply(transport).build()))
            .start();
  }

  static PassageRig offline(Endpoint endpoint, UnaryOperator<ServerBuilder> settings) {
    return new PassageRig(endpoint, transport -> Passage.offline("default", transport), settings);
  }

  static PassageRig to(String baseUrl) {
    return to(Endpoint.of(baseUrl), passage -> passage, server -> server);
  }

  static PassageRig to(
      Endpoint endpoint,
      UnaryOperator<Passage.Builder> passage,
      UnaryOperator<ServerBuilder> settings) {
    return new PassageRig(
        endpoint, transport -> passage.apply(Passage.to("default", transport)), settings);
  }

  /** Records what passes with that sink, which is required if the record is. */
  static PassageRig recording(String baseUrl, Recording rule, Supplier<Sink> sink) {
    Delivery delivery = rule == Recording.REQUIRED ? Delivery.required() : Delivery.optional();
    return to(
        Endpoint.of(baseUrl),
        passage -> passage.record(rule),
        server -> server.to("test", sink, delivery));
  }

  int port() {
    return server.port();
  }

  /** The head of a request to the server, but for the empty line. */
  String head(String line) {
    return line + " HTTP/1.1\r\nHost: 127.0.0.1:" + port() + "\r\n";
  }

  @Override
  public void close() {
    server.close();
    transport.close();
  }
}
