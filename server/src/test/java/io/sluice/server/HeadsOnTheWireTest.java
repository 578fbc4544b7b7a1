package io.sluice.server;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.server.limits.Limits;
import io.sluice.testkit.ScriptedTransport;
import java.io.IOException;
import java.time.Duration;
import java.util.Locale;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What a request must look like, and what becomes of the connection if it does not. */
class HeadsOnTheWireTest {

  private static final String ORDER =
      "{\"request\":{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"?\"}]}}";
  private static final Duration SHORT = Duration.ofMillis(50);
  private static final String ERROR = "\"type\":\"sluice_error\"";

  private final Server server = start(Limits.standard());

  @AfterEach
  void close() {
    server.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET / HTTP/1.1\\r\\n\\r\\n | 421",
        "GET / HTTP/1.1\\r\\nHost:\\r\\n\\r\\n | 421",
        "GET / HTTP/1.1\\r\\nHost: HERE\\r\\nHost: HERE\\r\\n\\r\\n | 421",
        "GET / HTTP/1.1\\r\\nHost: evil.example\\r\\n\\r\\n | 421",
        "GET / HTTP/1.1\\r\\nHost: HERE\\r\\nOrigin: null\\r\\n\\r\\n | 403",
        "GET / HTTP/1.1\\r\\nHost: HERE\\r\\nSec-Fetch-Site: cross-site\\r\\n\\r\\n | 403",
        "POST / HTTP/1.1\\r\\nHost: HERE\\r\\n"
            + "Content-Length: 3\\r\\nTransfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\n | 400",
        "POST / HTTP/1.1\\r\\nHost: HERE\\r\\n"
            + "Content-Length: 3\\r\\nContent-Length: 4\\r\\n\\r\\nabc | 400",
        "POST / HTTP/1.0\\r\\nHost: HERE\\r\\n"
            + "Transfer-Encoding: chunked\\r\\n\\r\\n0\\r\\n\\r\\n | 400",
        "CONNECT example.org:443 HTTP/1.1\\r\\nHost: HERE\\r\\n\\r\\n | 405",
        "TRACE / HTTP/1.1\\r\\nHost: HERE\\r\\n\\r\\n | 405",
        "GET http://example.org/ HTTP/1.1\\r\\nHost: HERE\\r\\n\\r\\n | 400",
        "GET /api/runs HTTP/1.1\\r\\nHost: HERE\\r\\n\\r\\n | 401",
        "nonsense\\r\\n\\r\\n | 400",
      })
  void aRequestThatMayNotPassIsRefusedAndTheConnectionClosed(String request, int status)
      throws IOException {
    try (SocketClient client = SocketClient.to(server)) {
      String text = request.replace("\\r\\n", "\r\n").replace("HERE", "127.0.0.1:" + server.port());

      String reply = client.send(text).rest();

      assertThat(reply).startsWith("HTTP/1.1 " + status + " ").contains(ERROR);
      assertThat(reply.toLowerCase(Locale.ROOT)).contains("connection: close");
    }
  }

  @Test
  void aLineThatIsTooLongIsRefused() throws IOException {
    try (SocketClient client = SocketClient.to(server)) {
      String reply = client.send("GET /" + "x".repeat(16 * 1024 + 1) + " HTTP/1.1\r\n").rest();

      assertThat(reply).startsWith("HTTP/1.1 414 ").contains("16384 bytes");
    }
  }

  @Test
  void headersThatAreTooLongOrTooManyAreRefused() throws IOException {
    assertThat(with("X: " + "y".repeat(65 * 1024) + "\r\n")).startsWith("HTTP/1.1 431 ");
    assertThat(with("X: y\r\n".repeat(200))).startsWith("HTTP/1.1 431 ");
    assertThat(with("X: y\r\n".repeat(190))).startsWith("HTTP/1.1 200 ");
  }

  @Test
  void aHeadThatStopsAmidstIsRefusedAfterItsTime() throws IOException {
    try (Server hasty = start(Limits.builder().headTime(SHORT).build());
        SocketClient client = SocketClient.to(hasty)) {
      assertThat(client.send("GET / HT").rest()).startsWith("HTTP/1.1 408 ").contains(ERROR);
    }
  }

  @Test
  void aConnectionThatSendsNothingIsClosed() throws IOException {
    try (Server hasty = start(Limits.builder().headTime(SHORT).idle(SHORT).build());
        SocketClient client = SocketClient.to(hasty)) {
      assertThat(client.rest()).isEmpty();
    }
  }

  @Test
  void aBodyThatStopsAmidstIsRefusedAfterItsTime() throws IOException {
    try (Server hasty = start(Limits.builder().bodyPause(SHORT).build());
        SocketClient client = SocketClient.to(hasty)) {
      client.send(SocketClient.head(hasty, "POST /api/runs") + "Content-Length: 10\r\n\r\n{");

      assertThat(client.rest()).startsWith("HTTP/1.1 408 ");
    }
  }

  @Test
  void aKeptConnectionIsClosedWhenNothingMoreIsAsked() throws IOException {
    try (Server hasty = start(Limits.builder().idle(SHORT).build());
        SocketClient client = SocketClient.to(hasty)) {
      client.send("GET /healthz HTTP/1.1\r\nHost: 127.0.0.1:" + hasty.port() + "\r\n\r\n");

      assertThat(client.rest()).startsWith("HTTP/1.1 200 OK").endsWith("\r\n\r\nok");
    }
  }

  @Test
  void aBodyThatIsTooLargeIsRefusedBeforeOrWhileItComes() throws IOException {
    try (Server small = start(Limits.builder().body(10).build())) {
      String announced = SocketClient.ask(small, "POST /api/runs", "x".repeat(11));
      assertThat(announced).startsWith("HTTP/1.1 413 ").contains("more than 10 bytes");
      try (SocketClient client = SocketClient.to(small)) {
        String head = SocketClient.head(small, "POST /api/runs").replace("HTTP/1.0", "HTTP/1.1");
        client.send(head + "Transfer-Encoding: chunked\r\n\r\n8\r\nabcdefgh\r\n8\r\nabcdefgh\r\n");
        assertThat(client.rest()).startsWith("HTTP/1.1 413 ");
      }
    }
  }

  @Test
  void pipelinedRequestsAreAnsweredInOrder() throws IOException {
    String host = " HTTP/1.1\r\nHost: 127.0.0.1:" + server.port() + "\r\n";
    try (SocketClient client = SocketClient.to(server)) {
      String token = "Authorization: Bearer " + server.token().orElseThrow() + "\r\n";
      String first = "GET /healthz" + host + "\r\n";
      String second = "HEAD /healthz" + host + "\r\n";
      String third = "GET /nothing" + host + token + "\r\n";
      String last = "GET /healthz" + host + "Connection: close\r\n\r\n";
      client.send(first + second + third + last);

      String replies = client.rest();

      assertThat(replies.split("HTTP/1.1 ", -1)).hasSize(5);
      assertThat(replies).containsSubsequence("200 OK", "ok", "200 OK", "404 ", "200 OK", "ok");
    }
  }

  @Test
  void aHeadOfAGrowingReplyHasNoBody() throws IOException {
    String started = SocketClient.ask(server, "POST /api/runs", ORDER);
    String id =
        started.substring(started.indexOf("{\"id\":\"") + 7, started.indexOf("\",\"events"));
    try (SocketClient client = SocketClient.to(server)) {
      String head = SocketClient.head(server, "HEAD /api/runs/" + id + "/transcript");

      String reply = client.send(head.replace("HTTP/1.0", "HTTP/1.1") + "\r\n").rest();

      assertThat(reply).startsWith("HTTP/1.1 200 ").endsWith("\r\n\r\n");
      assertThat(reply.indexOf("\r\n\r\n")).isEqualTo(reply.length() - 4);
    }
  }

  @Test
  void theContinueIsSaidBeforeTheBodyIsSent() throws IOException {
    try (SocketClient client = SocketClient.to(server)) {
      String head = SocketClient.head(server, "POST /api/runs").replace("HTTP/1.0", "HTTP/1.1");
      client.send(head + "Expect: 100-continue\r\nContent-Length: 2\r\n\r\n");
      assertThat(client.until("\r\n\r\n")).startsWith("HTTP/1.1 100 ");
      client.send("{}");
      assertThat(client.until("\r\n\r\n")).startsWith("HTTP/1.1 400 ");
    }
  }

  @Test
  void everyReplyOfOursSaysHowBrowsersShallTreatIt() throws IOException {
    for (String path : new String[] {"GET /", "GET /healthz", "GET /nothing", "GET /api/about"}) {
      assertThat(SocketClient.ask(server, path, ""))
          .containsIgnoringCase("server: sluice\r\n")
          .containsIgnoringCase("x-content-type-options: nosniff\r\n")
          .containsIgnoringCase("referrer-policy: no-referrer\r\n")
          .containsIgnoringCase("cross-origin-resource-policy: same-origin\r\n")
          .containsIgnoringCase("cache-control: no-store\r\n");
    }
    assertThat(SocketClient.ask(server, "GET /", ""))
        .containsIgnoringCase("content-security-policy: default-src 'none'; ");
  }

  private String with(String headers) throws IOException {
    try (SocketClient client = SocketClient.to(server)) {
      return client.send(SocketClient.head(server, "GET /") + headers + "\r\n").rest();
    }
  }

  private static Server start(Limits limits) {
    return Server.builder("script", ScriptedTransport.answering("hi")).limits(limits).start();
  }
}
