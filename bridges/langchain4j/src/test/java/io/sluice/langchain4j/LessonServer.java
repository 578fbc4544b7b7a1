package io.sluice.langchain4j;

import com.sun.net.httpserver.HttpExchange;
import com.sun.net.httpserver.HttpServer;
import io.sluice.chat.ChatRequest;
import io.sluice.json.RequestJson;
import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.nio.charset.StandardCharsets;
import java.util.List;

/**
 * A server on loopback that speaks chat completions and knows the answers which the tests of
 * langchain4j expect of a model, as {@link Lesson} has them. Streams only.
 */
final class LessonServer implements AutoCloseable {

  private final HttpServer server;

  private LessonServer(HttpServer server) {
    this.server = server;
  }

  static LessonServer start() throws IOException {
    var address = new InetSocketAddress(InetAddress.getLoopbackAddress(), 0);
    HttpServer server = HttpServer.create(address, 0);
    server.createContext("/v1/chat/completions", LessonServer::answer);
    server.start();
    return new LessonServer(server);
  }

  String baseUrl() {
    return "http://127.0.0.1:" + server.getAddress().getPort() + "/v1";
  }

  private static void answer(HttpExchange exchange) throws IOException {
    String body = new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8);
    ChatRequest request = RequestJson.read(body);
    List<String> events = Lesson.of(request).events(request);
    exchange.getResponseHeaders().set("Content-Type", "text/event-stream");
    exchange.sendResponseHeaders(200, 0);
    try (OutputStream out = exchange.getResponseBody()) {
      for (String event : events) {
        out.write(("data: " + event + "\n\n").getBytes(StandardCharsets.UTF_8));
        out.flush();
      }
    } catch (IOException clientLeft) {
      exchange.close();
    }
  }

  @Override
  public void close() {
    server.stop(0);
  }
}
