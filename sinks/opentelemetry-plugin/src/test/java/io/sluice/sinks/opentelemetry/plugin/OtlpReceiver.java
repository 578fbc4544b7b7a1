package io.sluice.sinks.opentelemetry.plugin;

import com.google.protobuf.ByteString;
import com.google.protobuf.InvalidProtocolBufferException;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.opentelemetry.proto.collector.logs.v1.ExportLogsServiceRequest;
import io.opentelemetry.proto.collector.metrics.v1.ExportMetricsServiceRequest;
import io.opentelemetry.proto.collector.trace.v1.ExportTraceServiceRequest;
import io.opentelemetry.proto.metrics.v1.Metric;
import io.opentelemetry.proto.resource.v1.Resource;
import io.opentelemetry.proto.trace.v1.ScopeSpans;
import io.opentelemetry.proto.trace.v1.Span;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.stream.Stream;
import java.util.zip.GZIPInputStream;

/**
 * Receives OTLP over HTTP and decodes it with Google's protobuf, which the exporter does without.
 */
final class OtlpReceiver implements AutoCloseable {

  private final HttpServer server;
  private final ExecutorService threads = Executors.newCachedThreadPool();
  private final CountDownLatch closing = new CountDownLatch(1);
  private final List<Posted> posted = new CopyOnWriteArrayList<>();
  private final int status;

  private OtlpReceiver(int status) throws IOException {
    this.status = status;
    this.server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::receive);
    server.setExecutor(threads);
    server.start();
  }

  static OtlpReceiver start() throws IOException {
    return new OtlpReceiver(200);
  }

  static OtlpReceiver answering(int status) throws IOException {
    return new OtlpReceiver(status);
  }

  /** A receiver that takes each request and says nothing. */
  static OtlpReceiver silent() throws IOException {
    return new OtlpReceiver(0);
  }

  String url() {
    return "http://127.0.0.1:" + server.getAddress().getPort();
  }

  List<ScopeSpans> scopes() {
    return of("/v1/traces", ExportTraceServiceRequest::parseFrom)
        .flatMap(request -> request.getResourceSpansList().stream())
        .flatMap(resource -> resource.getScopeSpansList().stream())
        .toList();
  }

  List<Span> spans() {
    return scopes().stream().flatMap(scope -> scope.getSpansList().stream()).toList();
  }

  List<Metric> metrics() {
    return of("/v1/metrics", ExportMetricsServiceRequest::parseFrom)
        .flatMap(request -> request.getResourceMetricsList().stream())
        .flatMap(resource -> resource.getScopeMetricsList().stream())
        .filter(scope -> scope.getScope().getName().equals("io.sluice"))
        .flatMap(scope -> scope.getMetricsList().stream())
        .toList();
  }

  List<Resource> resources() {
    return of("/v1/traces", ExportTraceServiceRequest::parseFrom)
        .flatMap(request -> request.getResourceSpansList().stream())
        .map(spans -> spans.getResource())
        .toList();
  }

  long logRecords() {
    return of("/v1/logs", ExportLogsServiceRequest::parseFrom)
        .flatMap(request -> request.getResourceLogsList().stream())
        .flatMap(resource -> resource.getScopeLogsList().stream())
        .mapToLong(scope -> scope.getLogRecordsCount())
        .sum();
  }

  /** All bytes of all requests, as text to search in. */
  String everything() {
    StringBuilder all = new StringBuilder();
    posted.forEach(each -> all.append(each.body().toString(StandardCharsets.ISO_8859_1)));
    return all.toString();
  }

  List<String> header(String name) {
    return posted.stream()
        .flatMap(each -> each.headers().getOrDefault(name, List.of("none")).stream())
        .toList();
  }

  @Override
  public void close() {
    closing.countDown();
    server.stop(0);
    threads.shutdownNow();
  }

  private <T> Stream<T> of(String path, Decoder<T> decoder) {
    return posted.stream()
        .filter(each -> each.path().equals(path))
        .map(each -> decode(each, decoder));
  }

  private static <T> T decode(Posted request, Decoder<T> decoder) {
    try {
      return decoder.decode(request.body());
    } catch (InvalidProtocolBufferException broken) {
      throw new UncheckedIOException(broken);
    }
  }

  private void receive(HttpExchange exchange) throws IOException {
    try (exchange) {
      byte[] body = exchange.getRequestBody().readAllBytes();
      boolean packed = "gzip".equals(exchange.getRequestHeaders().getFirst("Content-Encoding"));
      posted.add(
          new Posted(
              exchange.getRequestURI().getPath(),
              exchange.getRequestHeaders(),
              ByteString.copyFrom(packed ? unpacked(body) : body)));
      if (status == 0) {
        closing.await();
      } else {
        exchange.sendResponseHeaders(status, -1);
      }
    } catch (InterruptedException closed) {
      Thread.currentThread().interrupt();
    }
  }

  private static byte[] unpacked(byte[] body) throws IOException {
    try (InputStream bytes = new GZIPInputStream(new ByteArrayInputStream(body))) {
      return bytes.readAllBytes();
    }
  }

  /** A request. */
  private record Posted(String path, Map<String, List<String>> headers, ByteString body) {}

  /** Reads a message from its bytes. */
  private interface Decoder<T> {
    T decode(ByteString body) throws InvalidProtocolBufferException;
  }
}
