package io.sluice.server.passage;

import static io.sluice.server.passage.PassedChat.OK;
import static io.sluice.server.passage.PassedChat.arrived;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.server.passage.RawUpstream.Peer;
import io.sluice.simulator.Simulator;
import java.io.IOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The heads and trailers of what goes to the server and of what comes back. */
class PassedHeadsTest {

  private final RawUpstream upstream = RawUpstream.open();
  private final PassageRig rig = PassageRig.to(upstream.baseUrl());

  @AfterEach
  void close() {
    rig.close();
    upstream.close();
  }

  @Test
  void theHeadGoesOnInItsOrderAndSpellingWithoutWhatConcernsTheConnection() throws IOException {
    String sent =
        arrived(
            rig,
            upstream,
            "PATCH /v1/x%20y/?a=1&b=%zz HTTP/1.1\r\nX-b: 2\r\nHost: 127.0.0.1:"
                + rig.port()
                + "\r\nx-A: 1\r\nConnection: Upgrade, HTTP2-Settings, X-Hop\r\nX-Hop: gone"
                + "\r\nUpgrade: h2c\r\nHTTP2-Settings: AAMAAABk\r\nTE: trailers, deflate;q=0.5"
                + "\r\nProxy-Authorization: Basic x\r\nKeep-Alive: timeout=5\r\nx-A: 3"
                + "\r\nAuthorization: Bearer k\r\n\r\n");

    assertThat(sent)
        .isEqualTo(
            "PATCH /v1/x%20y/?a=1&b=%zz HTTP/1.1\r\nX-b: 2\r\nHost: "
                + upstream.baseUrl().substring("http://".length()).replace("/v1", "")
                + "\r\nx-A: 1\r\nTE: trailers\r\nx-A: 3\r\nAuthorization: Bearer k\r\n\r\n");
  }

  @Test
  void theHeadOfTheAnswerComesBackInItsOrderAndSpelling() throws IOException {
    String head =
        "HTTP/1.1 299 Quite Odd\r\nx-B: 2\r\nSet-Cookie: a=1\r\nX-a: \u00e9\r\nSet-Cookie: b=2"
            + "\r\nContent-Length: 0\r\n";

    String answer = answered("GET", head + "Connection: X-Gone\r\nX-Gone: 1\r\n\r\n");

    assertThat(answer).isEqualTo(head + "\r\n");
  }

  /** The client of the JDK asks every server for HTTP/2, in a request with a body. */
  @Test
  void aClientThatAsksForHttp2GetsItsAnswerInHttp11() throws Exception {
    String asked =
        "{\"model\":\"sluice-offline\",\"messages\":[{\"role\":\"user\",\"content\":\"?\"}]}";
    try (Simulator simulator = Simulator.start();
        PassageRig offline = PassageRig.to(simulator.baseUrl().toString())) {
      HttpRequest request =
          HttpRequest.newBuilder(offline.server.uri().resolve("/v1/chat/completions"))
              .version(HttpClient.Version.HTTP_2)
              .header("Content-Type", "application/json")
              .POST(HttpRequest.BodyPublishers.ofString(asked))
              .build();

      HttpResponse<String> answer =
          HttpClient.newHttpClient().send(request, HttpResponse.BodyHandlers.ofString());

      assertThat(answer.version()).isEqualTo(HttpClient.Version.HTTP_1_1);
      assertThat(answer.statusCode()).isEqualTo(200);
      assertThat(answer.body()).contains("chat.completion");
    }
  }

  @Test
  void trailersOfARequestPass() throws IOException {
    String body = "2\r\nok\r\n0\r\nX-Sum: 7\r\n\r\n";

    assertThat(
            arrived(
                rig,
                upstream,
                rig.head("POST /v1/files") + "Transfer-Encoding: chunked\r\n\r\n" + body))
        .endsWith("\r\n\r\n" + body);
  }

  @Test
  void trailersPass() throws IOException {
    String answer =
        answered(
            "GET",
            "HTTP/1.1 200 OK\r\nTrailer: X-Sum\r\nTransfer-Encoding: chunked"
                + "\r\n\r\n2\r\nok\r\n0\r\nX-Sum: 7\r\n\r\n");

    assertThat(answer)
        .isEqualTo(
            "HTTP/1.1 200 OK\r\nTrailer: X-Sum\r\nTransfer-Encoding: chunked"
                + "\r\n\r\n2\r\nok\r\n0\r\nX-Sum: 7\r\n\r\n");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "HTTP/1.1 200 OK\r\nContent-Length: 7\r\n\r\n",
        "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n",
      })
  void theAnswerToAHeadHasNoBodyAndTheConnectionGoesOn(String head) throws IOException {
    try (Peer client = Peer.to(rig.port())) {
      client.send(rig.head("HEAD /v1/models") + "\r\n" + rig.head("GET /healthz") + "\r\n");
      try (Peer server = upstream.accept()) {
        assertThat(server.until("\r\n\r\n")).startsWith("HEAD /v1/models HTTP/1.1\r\n");
        server.send(head);
        assertThat(client.until("\r\n\r\n"))
            .isEqualTo(head.replace("Transfer-Encoding: chunked\r\n", ""));
        assertThat(client.until("\r\n\r\nok")).startsWith("HTTP/1.1 200 OK\r\nServer: sluice");
      }
    }
  }

  @Test
  void aClientOfHttp10GetsABodyWithoutChunksThatEndsWithTheConnection() throws IOException {
    try (Peer client = Peer.to(rig.port())) {
      client.send("GET /v1/models HTTP/1.0\r\nHost: 127.0.0.1:" + rig.port() + "\r\n\r\n");
      try (Peer server = upstream.accept()) {
        assertThat(server.until("\r\n\r\n")).startsWith("GET /v1/models HTTP/1.1\r\n");
        server.send("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n2\r\nok\r\n0\r\n\r\n");
        assertThat(client.until("ok")).isEqualTo("HTTP/1.1 200 OK\r\nconnection: close\r\n\r\nok");
        assertThat(client.isLeft()).isTrue();
      }
    }
  }

  @Test
  void theServerMayTellTheClientToGoOn() throws IOException {
    try (Peer client = Peer.to(rig.port())) {
      client.send(expecting());
      try (Peer server = upstream.accept()) {
        assertThat(server.until("\r\n\r\n")).contains("Expect: 100-continue");
        server.send("HTTP/1.1 100 Continue\r\n\r\n");
        assertThat(client.until("\r\n\r\n")).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
        client.send("body");
        assertThat(server.bytes(4)).isEqualTo("body");
        server.send(OK);
        assertThat(client.until("ok")).isEqualTo(OK);
      }
    }
  }

  @Test
  void aServerThatSaysNothingHasTheClientToldToGoOn() throws IOException {
    try (Peer client = Peer.to(rig.port())) {
      client.send(expecting());
      try (Peer server = upstream.accept()) {
        server.until("\r\n\r\n");
        assertThat(client.until("\r\n\r\n")).isEqualTo("HTTP/1.1 100 Continue\r\n\r\n");
        server.send("HTTP/1.1 100 Continue\r\n\r\n");
        client.send("body");
        assertThat(server.bytes(4)).isEqualTo("body");
        server.send(OK);
        assertThat(client.until("ok")).isEqualTo(OK);
      }
    }
  }

  /** What the client gets for an answer. */
  private String answered(String method, String answer) throws IOException {
    try (Peer client = Peer.to(rig.port())) {
      client.send(rig.head(method + " /v1/models") + "\r\n");
      try (Peer server = upstream.accept()) {
        server.until("\r\n\r\n");
        server.send(answer);
        return answer.contains("chunked")
            ? client.until("\r\n\r\n") + client.until("\r\n\r\n")
            : client.until("\r\n\r\n");
      }
    }
  }

  private String expecting() {
    return rig.head("POST /v1/files") + "Content-Length: 4\r\nExpect: 100-continue\r\n\r\n";
  }
}
