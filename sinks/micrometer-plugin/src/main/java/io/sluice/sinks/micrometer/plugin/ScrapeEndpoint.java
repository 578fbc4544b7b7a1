package io.sluice.sinks.micrometer.plugin;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.micrometer.prometheusmetrics.PrometheusMeterRegistry;
import io.sluice.thread.DaemonThreads;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;

/** Answers {@code GET /metrics} with the figures of a registry as text. To be closed. */
final class ScrapeEndpoint implements AutoCloseable {

  private static final String PATH = "/metrics";
  private static final String TEXT = "text/plain; version=0.0.4; charset=utf-8";
  private static final int OK = 200;
  private static final int NOT_FOUND = 404;
  private static final int NOT_ALLOWED = 405;
  private static final int NO_BODY = -1;

  private final HttpServer server;
  private final PrometheusMeterRegistry registry;

  private ScrapeEndpoint(HttpServer server, PrometheusMeterRegistry registry) {
    this.server = server;
    this.registry = registry;
  }

  /** Opens the endpoint, whose readers have threads of their own. */
  static ScrapeEndpoint open(ScrapeAddress address, PrometheusMeterRegistry registry)
      throws IOException {
    var socket = new InetSocketAddress(address.host(), address.port());
    var endpoint = new ScrapeEndpoint(HttpServer.create(socket, 0), registry);
    endpoint.server.createContext("/", endpoint::answer);
    endpoint.server.setExecutor(DaemonThreads.executor("sluice-metrics-"));
    endpoint.server.start();
    return endpoint;
  }

  int port() {
    return server.getAddress().getPort();
  }

  @Override
  public void close() {
    server.stop(0);
    registry.close();
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      boolean reads = exchange.getRequestMethod().equals("GET");
      if (!exchange.getRequestURI().getPath().equals(PATH)) {
        exchange.sendResponseHeaders(NOT_FOUND, NO_BODY);
      } else if (!reads) {
        exchange.sendResponseHeaders(NOT_ALLOWED, NO_BODY);
      } else {
        byte[] text = registry.scrape().getBytes(StandardCharsets.UTF_8);
        exchange.getResponseHeaders().set("Content-Type", TEXT);
        exchange.sendResponseHeaders(OK, text.length);
        exchange.getResponseBody().write(text);
      }
    }
  }
}
