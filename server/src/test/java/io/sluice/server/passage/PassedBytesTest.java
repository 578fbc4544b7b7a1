package io.sluice.server.passage;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.server.passage.RawUpstream.Peer;
import io.sluice.simulator.Simulator;
import java.io.IOException;
import java.io.UncheckedIOException;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.util.Random;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What goes to the server and what comes back, byte for byte. */
class PassedBytesTest {

  private static final String ANSWER = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";

  private final RawUpstream upstream = RawUpstream.open();
  private final PassageRig rig = PassageRig.to(upstream.baseUrl());

  @AfterEach
  void close() {
    rig.close();
    upstream.close();
  }

  @Test
  void eachByteReachesTheClientBeforeTheNextIsSent() throws IOException {
    try (Peer client = Peer.to(rig.port())) {
      client.send(rig.head("GET /v1/files/f/content") + "\r\n");
      try (Peer server = upstream.accept()) {
        server.until("\r\n\r\n");
        server.send("HTTP/1.1 200 OK\r\nContent-Length: 5\r\n\r\n");
        client.until("\r\n\r\n");
        for (String letter : "bytes".split("", 0)) {
          server.send(letter);
          assertThat(client.bytes(1)).isEqualTo(letter);
        }
      }
    }
  }

  @Test
  void eachChunkReachesTheClientBeforeTheNextIsSent() throws IOException {
    try (Peer client = Peer.to(rig.port())) {
      client.send(chat("{}"));
      try (Peer server = upstream.accept()) {
        server.until("{}");
        server.send(
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream"
                + "\r\nTransfer-Encoding: chunked\r\n\r\n");
        client.until("\r\n\r\n");
        for (String letter : "data: {}\n\n".split("", 0)) {
          server.send("1\r\n" + letter + "\r\n");
          assertThat(client.until("\r\n" + letter + "\r\n")).startsWith("1\r\n");
        }
        server.send("0\r\n\r\n");
        assertThat(client.until("0\r\n\r\n")).isEqualTo("0\r\n\r\n");
      }
    }
  }

  @Test
  void eachPieceOfAnUploadReachesTheServerBeforeTheNextIsSent() throws IOException {
    try (Peer client = Peer.to(rig.port())) {
      client.send(rig.head("POST /v1/files") + "Content-Length: 6\r\n\r\n");
      try (Peer server = upstream.accept()) {
        server.until("\r\n\r\n");
        for (String letter : "upload".split("", 0)) {
          client.send(letter);
          assertThat(server.bytes(1)).isEqualTo(letter);
        }
        server.send(ANSWER);
        assertThat(client.until("ok")).startsWith("HTTP/1.1 200 OK\r\n");
      }
    }
  }

  @Test
  void theHeadGoesOnInItsOrderAndSpellingWithoutWhatConcernsTheConnection() throws IOException {
    String sent =
        passed(
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

    assertThat(passed(rig.head("POST /v1/files") + "Transfer-Encoding: chunked\r\n\r\n" + body))
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
        server.send(ANSWER);
        assertThat(client.until("ok")).isEqualTo(ANSWER);
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
        server.send(ANSWER);
        assertThat(client.until("ok")).isEqualTo(ANSWER);
      }
    }
  }

  @Test
  void anAnswerAmidTheUploadIsPassedAtOnce() throws IOException {
    try (Peer client = Peer.to(rig.port())) {
      client.send(rig.head("POST /v1/files") + "Content-Length: 1000000\r\n\r\nsome");
      try (Peer server = upstream.accept()) {
        server.until("some");
        server.send("HTTP/1.1 413 Too Large\r\nContent-Length: 2\r\n\r\nno");
        assertThat(client.until("no")).startsWith("HTTP/1.1 413 Too Large\r\n");
      }
      assertThat(client.isLeft()).isTrue();
    }
  }

  @Test
  void aLargeUploadOfAnyBytesArrivesAsItIs() throws IOException {
    String body = random(3_000_000);

    String sent = passed(rig.head("POST /v1/files") + "Content-Length: 3000000\r\n\r\n" + body);

    assertThat(sent.substring(sent.indexOf("\r\n\r\n") + 4)).isEqualTo(body);
  }

  /** Wherever a request and an answer are cut in reads, the same bytes arrive. */
  @Test
  void piecesMayBeCutAnywhere() throws IOException {
    var random = new Random(11);
    String body = random(300);
    for (int round = 0; round < 40; round++) {
      String request = rig.head("POST /v1/files") + chunked(body, random);
      String answer =
          "HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n" + chunked(body, random).substring(28);
      try (Peer client = Peer.to(rig.port())) {
        cut(client, request, random);
        try (Peer server = upstream.accept()) {
          assertThat(WireAnswer.read(server.in(), any -> false).body()).isEqualTo(body);
          cut(server, answer, random);
          assertThat(WireAnswer.read(client.in(), any -> false).body()).isEqualTo(body);
        }
      }
    }
  }

  private static void cut(Peer peer, String text, Random random) throws IOException {
    for (int at = 0; at < text.length(); ) {
      int end = Math.min(text.length(), at + 1 + random.nextInt(60));
      peer.send(text.substring(at, end));
      at = end;
    }
  }

  private static String chunked(String body, Random random) {
    var text = new StringBuilder("Transfer-Encoding: chunked\r\n\r\n");
    for (int at = 0; at < body.length(); ) {
      int end = Math.min(body.length(), at + 1 + random.nextInt(90));
      text.append(Integer.toHexString(end - at)).append("\r\n");
      text.append(body, at, end).append("\r\n");
      at = end;
    }
    return text.append("0\r\n\r\n").toString();
  }

  private static String random(int length) {
    var bytes = new StringBuilder();
    new Random(7).ints(length, 0, 256).forEach(each -> bytes.append((char) each));
    return bytes.toString();
  }

  private String expecting() {
    return rig.head("POST /v1/files") + "Content-Length: 4\r\nExpect: 100-continue\r\n\r\n";
  }

  private String chat(String body) {
    return rig.head("POST /v1/chat/completions")
        + "Content-Length: "
        + body.length()
        + "\r\n\r\n"
        + body;
  }

  /** What the server gets for a request. */
  private String passed(String request) throws IOException {
    try (Peer client = Peer.to(rig.port())) {
      var sending = new Thread(() -> sendAll(client, request), "upload");
      sending.start();
      try (Peer server = upstream.accept()) {
        String head = server.until("\r\n\r\n");
        int at = request.indexOf("\r\n\r\n") + 4;
        String body = server.bytes(request.length() - at);
        server.send(ANSWER);
        client.until("ok");
        return head + body;
      }
    }
  }

  private static void sendAll(Peer client, String request) {
    try {
      client.send(request);
    } catch (IOException broken) {
      throw new UncheckedIOException(broken);
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
}
