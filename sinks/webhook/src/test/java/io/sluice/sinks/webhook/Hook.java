package io.sluice.sinks.webhook;

import static java.nio.charset.StandardCharsets.UTF_8;

import com.sun.net.httpserver.Headers;
import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.CopyOnWriteArrayList;

/** Somebody who is posted to, and answers as told; with 200 when it runs out of answers. */
final class Hook implements AutoCloseable {

  private final Queue<Integer> answers = new ConcurrentLinkedQueue<>();
  private final List<Posted> posted = new CopyOnWriteArrayList<>();
  private final HttpServer server;

  Hook() throws IOException {
    server = HttpServer.create(new InetSocketAddress(InetAddress.getLoopbackAddress(), 0), 0);
    server.createContext("/", this::answer);
    server.start();
  }

  Hook answering(Integer... statuses) {
    answers.addAll(List.of(statuses));
    return this;
  }

  String host() {
    return "127.0.0.1:" + server.getAddress().getPort();
  }

  String url() {
    return "http://" + host() + "/T0PSECRET?token=s3cret";
  }

  List<Posted> posted() {
    return List.copyOf(posted);
  }

  @Override
  public void close() {
    server.stop(0);
  }

  private void answer(HttpExchange exchange) throws IOException {
    try (exchange) {
      String body = new String(exchange.getRequestBody().readAllBytes(), UTF_8);
      posted.add(
          new Posted(
              exchange.getRequestMethod(),
              exchange.getRequestURI().toString(),
              exchange.getRequestHeaders(),
              body));
      Integer status = answers.poll();
      exchange.getResponseHeaders().add("Location", "http://" + host() + "/elsewhere");
      exchange.getResponseHeaders().add("Retry-After", "3");
      exchange.sendResponseHeaders(status == null ? 200 : status, -1);
    }
  }

  record Posted(String method, String path, Headers headers, String body) {}
}
