package io.sluice.simulator;

import static io.sluice.simulator.Asking.body;
import static io.sluice.simulator.Asking.json;
import static io.sluice.simulator.Asking.stream;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import javax.net.ssl.SSLHandshakeException;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class ServerTest {

  @Test
  void twoRequestsGoOverOneConnection() throws IOException {
    try (var simulator = Simulator.start();
        var client = new RawClient(simulator)) {
      assertThat(client.chat(stream()).answer().body()).endsWith("data: [DONE]\n\n");
      assertThat(client.chat(body("Hello!")).answer().status()).isEqualTo(200);
      assertThat(client.send("GET", "/v1/models", "").answer().body()).contains("sluice-offline");
    }
  }

  @Test
  void requestsSentAheadAreAnsweredInOrder() throws IOException {
    try (var simulator = Simulator.start();
        var client = new RawClient(simulator)) {
      client.chat(stream()).send("GET", "/", "").send("GET", "/v1/models", "");

      assertThat(client.answer().body()).contains("[DONE]");
      assertThat(client.answer().body()).contains("curl");
      assertThat(client.answer().body()).contains("sluice-offline");
    }
  }

  @Test
  void aClientThatAsksToCloseIsObeyed() throws IOException {
    try (var simulator = Simulator.start();
        var client = new RawClient(simulator)) {
      var answer = client.chat(stream(), "Connection: close").answer();

      assertThat(answer.head()).contains("Connection: close");
      assertThat(client.read()).isEqualTo(-1);
    }
  }

  @Test
  void anOldClientGetsNoChunksAndTheCloseEndsTheBody() throws IOException {
    try (var simulator = Simulator.start();
        var client = new RawClient(simulator)) {
      String body = stream();
      client.raw(
          "POST /v1/chat/completions HTTP/1.0\r\nContent-Length: " + body.length() + "\r\n\r\n");
      var answer = client.raw(body).answer();

      assertThat(answer.head()).doesNotContain("chunked").contains("Connection: close");
      assertThat(answer.body()).startsWith("data: {").endsWith("data: [DONE]\n\n");
    }
  }

  @ParameterizedTest
  @CsvSource({
    "GET,  /v1/chat/completions, 405, use POST",
    "POST, /v1/models,           405, use GET",
    "GET,  /v1/model,            404, /v1/models",
    "POST, /chat/completions,    404, the base URL ends in /v1",
  })
  void aWrongPathOrMethodIsToldWhatIsRight(String method, String path, int status, String says)
      throws IOException {
    try (var simulator = Simulator.start();
        var client = new RawClient(simulator)) {
      var answer = client.send(method, path, "").answer();

      assertThat(answer.status()).isEqualTo(status);
      assertThat(json(answer.body()).path("error").path("message").asString()).contains(says);
    }
  }

  @Test
  void aClientThatWaitsForContinueIsTold() throws IOException {
    try (var simulator = Simulator.start();
        var client = new RawClient(simulator)) {
      String body = stream();
      client.raw(
          "POST /v1/chat/completions HTTP/1.1\r\nExpect: 100-continue\r\nContent-Length: "
              + body.length()
              + "\r\n\r\n");
      assertThat(new String(client.read(25), java.nio.charset.StandardCharsets.US_ASCII))
          .isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
      assertThat(client.raw(body).answer().status()).isEqualTo(200);
    }
  }

  @Test
  void aBodyOverTheBoundIsRefused() throws IOException {
    try (var simulator = Simulator.start();
        var client = new RawClient(simulator)) {
      client.raw("POST /v1/chat/completions HTTP/1.1\r\nContent-Length: 16777217\r\n\r\n");
      var answer = client.answer();

      assertThat(answer.status()).isEqualTo(413);
      assertThat(answer.body()).contains("larger than 16 MiB");
      assertThat(client.read()).isEqualTo(-1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "20000, 10, 414",
    "10, 70000, 431",
  })
  void aHeadOverTheBoundIsRefused(int path, int header, int status) throws IOException {
    try (var simulator = Simulator.start();
        var client = new RawClient(simulator)) {
      client.raw("GET /" + "a".repeat(path) + " HTTP/1.1\r\nX: " + "a".repeat(header) + "\r\n\r\n");

      assertThat(client.answer().status()).isEqualTo(status);
    }
  }

  @Test
  void whatIsNoHttpIsRefused() throws IOException {
    try (var simulator = Simulator.start();
        var client = new RawClient(simulator)) {
      assertThat(client.raw("hello\r\n\r\n").answer().status()).isEqualTo(400);
    }
  }

  @Test
  void aPortInUseIsSaidSoWithTheRemedy() {
    try (var simulator = Simulator.start()) {
      int port = simulator.port();
      assertThatThrownBy(() -> Simulator.builder().port(port).start())
          .isInstanceOf(UncheckedIOException.class)
          .hasMessage("port " + port + " is in use; choose another, or 0 for a free one");
    }
  }

  @Test
  void theBaseUrlIsLoopbackWithItsVersion() {
    try (var simulator = Simulator.start()) {
      assertThat(simulator.baseUrl()).hasToString("http://127.0.0.1:" + simulator.port() + "/v1");
    }
  }

  @Test
  void closingClosesConnectionsWhateverTheyAreDoing() throws IOException {
    var simulator = Simulator.start();
    try (var stalled = new RawClient(simulator);
        var endless = new RawClient(simulator);
        var idle = new RawClient(simulator)) {
      stalled.chat(stream(), "X-Simulate: stall=1").answer(1);
      endless.chat(stream(), "X-Simulate: endless").answer(1);
      idle.chat(stream()).answer();
      assertThat(simulator.openConnections()).isEqualTo(3);

      simulator.close();

      assertThat(simulator.openConnections()).isZero();
      assertThat(idle.read()).isEqualTo(-1);
      assertThat(stalled.read()).isEqualTo(-1);
    }
  }

  @Test
  void whatArrivedIsShownAndKeepsItsKeyOutOfItsText() throws IOException {
    List<Received> received = new CopyOnWriteArrayList<>();
    try (var simulator = Simulator.builder().onRequest(received::add).start();
        var client = new RawClient(simulator)) {
      client.chat(body("Hello!"), "Authorization: Bearer sk-secret").answer();
    }
    assertThat(received).hasSize(1);
    assertThat(received.get(0).header("authorization")).contains("Bearer sk-secret");
    assertThat(received.get(0).body()).isEqualTo(body("Hello!"));
    assertThat(received.get(0)).hasToString("POST /v1/chat/completions");
  }

  @Test
  void aBadCertificateIsOneThatNobodySigned() throws Exception {
    try (var secure = Simulator.builder().badCertificate().start()) {
      assertThat(secure.baseUrl()).hasScheme("https");
      var client = HttpClient.newHttpClient();
      var request = HttpRequest.newBuilder(secure.baseUrl()).build();
      assertThatThrownBy(() -> client.send(request, HttpResponse.BodyHandlers.discarding()))
          .isInstanceOf(SSLHandshakeException.class);
    }
  }
}
