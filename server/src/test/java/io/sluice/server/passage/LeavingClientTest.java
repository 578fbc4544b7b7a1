package io.sluice.server.passage;

import static io.sluice.server.passage.PassedChat.ASKED;
import static io.sluice.server.passage.PassedChat.EVENT;
import static io.sluice.server.passage.PassedChat.HEAD;
import static io.sluice.server.passage.PassedChat.chat;
import static io.sluice.server.passage.PassedChat.chunk;
import static io.sluice.server.passage.PassedChat.run;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.sluice.server.passage.RawUpstream.Peer;
import java.io.IOException;
import java.net.SocketException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** A client that leaves, and a server that does. */
class LeavingClientTest {

  private final RawUpstream upstream = RawUpstream.open();
  private final PassageRig rig = PassageRig.to(upstream.baseUrl());

  @AfterEach
  void close() {
    rig.close();
    upstream.close();
  }

  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void leavingBeforeTheHeadOrTheFirstTokenClosesTheServersConnection(boolean head)
      throws IOException {
    try (Peer client = Peer.to(rig.port())) {
      client.send(chat(rig, ""));
      try (Peer server = upstream.accept()) {
        server.until(ASKED);
        if (head) {
          server.send(HEAD);
          client.until("\r\n\r\n");
        }
        client.leave();
        assertThat(server.isLeft()).isTrue();
      }
    }
  }

  @Test
  void leavingAmidTheAnswerClosesTheServersConnectionAndTheRecordEndsAsStopped()
      throws IOException {
    try (Peer client = Peer.to(rig.port())) {
      client.send(chat(rig, ""));
      String run;
      try (Peer server = upstream.accept()) {
        server.until(ASKED);
        server.send(HEAD + chunk(EVENT));
        run = run(client.until("\r\n\r\n"));
        client.until(EVENT);
        client.leave();
        assertThat(server.isLeft()).isTrue();
      }
      assertThat(RecordedRun.of(rig.server, run).lines())
          .contains("\"content\":\"Hi\"")
          .contains("\"status\":\"stopped\"");
    }
  }

  @Test
  void leavingAmidTheUploadClosesTheServersConnection() throws IOException {
    try (Peer client = Peer.to(rig.port())) {
      client.send(rig.head("POST /v1/files") + "Content-Length: 1000\r\n\r\nsome");
      try (Peer server = upstream.accept()) {
        server.until("some");
        client.leave();
        assertThat(server.isLeft()).isTrue();
      }
    }
  }

  @Test
  void anAnswerThatTheClientDetachedGoesOnWithoutIt() throws IOException {
    try (Peer client = Peer.to(rig.port())) {
      client.send(chat(rig, "X-Sluice-Detach: true\r\n"));
      String run;
      try (Peer server = upstream.accept()) {
        assertThat(server.until(ASKED)).doesNotContain("Detach");
        server.send(HEAD + chunk(EVENT));
        run = run(client.until("\r\n\r\n"));
        client.leave();
        server.send(chunk(EVENT.replace("Hi", " there")));
        server.send(chunk("data: [DONE]\n\n") + "0\r\n\r\n");
        assertThat(RecordedRun.of(rig.server, run).lines())
            .contains("there")
            .contains("\"status\":\"completed\"");
      }
    }
  }

  @Test
  void anAnswerThatTheClientDetachedIsNotSlowedByIt() throws IOException {
    try (Peer client = Peer.to(rig.port())) {
      client.send(chat(rig, "X-Sluice-Detach: true\r\n"));
      try (Peer server = upstream.accept()) {
        server.until(ASKED);
        server.send(HEAD);
        String event = chunk(EVENT.replace("Hi", "x".repeat(100_000)));
        for (int each = 0; each < 400; each++) {
          server.send(event); // More than fits anywhere, while the client reads nothing.
        }
        server.send("0\r\n\r\n");
        assertThat(client.isLeft()).isTrue();
      }
    }
  }

  @Test
  void aServerThatIsClosedAmidAnAnswerClosesBothConnectionsAndLeavesNoThread() throws Exception {
    try (Peer client = Peer.to(rig.port())) {
      client.send(chat(rig, ""));
      try (Peer server = upstream.accept()) {
        server.until(ASKED);
        server.send(HEAD + chunk(EVENT));
        client.until(EVENT);

        rig.server.close();

        assertThat(server.isLeft()).isTrue();
        assertThat(client.isLeft()).isTrue();
      }
    }
    for (Thread thread : Thread.getAllStackTraces().keySet()) {
      if (thread.getName().startsWith("sluice-recorder")) {
        thread.join(); // One that stays is what the time limit of tests finds.
      }
    }
  }

  @Test
  void anAnswerThatIsCutOffIsResetWhereClosingWouldEndItWell() throws IOException {
    try (Peer client = Peer.to(rig.port())) {
      client.send("GET /v1/models HTTP/1.0\r\nHost: 127.0.0.1:" + rig.port() + "\r\n\r\n");
      try (Peer server = upstream.accept()) {
        server.until("\r\n\r\n");
        server.send(HEAD + chunk(EVENT));
        client.until(EVENT);
      }
      assertThatExceptionOfType(SocketException.class).isThrownBy(() -> client.in().read());
    }
  }

  @Test
  void aRunThatIsStoppedClosesBothConnections() throws IOException {
    try (Peer client = Peer.to(rig.port())) {
      client.send(chat(rig, ""));
      try (Peer server = upstream.accept()) {
        server.until(ASKED);
        server.send(HEAD + chunk(EVENT));
        String run = run(client.until("\r\n\r\n"));
        client.until(EVENT);
        RecordedRun.of(rig.server, run).stop();
        assertThat(server.isLeft()).isTrue();
        assertThat(client.isLeft()).isTrue();
        assertThat(RecordedRun.of(rig.server, run).lines()).contains("\"status\":\"stopped\"");
      }
    }
  }

  @Test
  void aServerThatDoesNotAnswerIsSaidInTheShapeOfAnError() throws IOException {
    try (Peer client = Peer.to(rig.port())) {
      client.send(chat(rig, ""));
      try (Peer server = upstream.accept()) {
        server.until(ASKED);
      }
      assertThat(client.until("}}"))
          .startsWith("HTTP/1.1 502 ")
          .contains("\"code\":\"upstream_unreachable\"")
          .contains("\"type\":\"sluice_error\"");
    }
  }

  @Test
  void aServerThatIsNotThereIsSaidInTheShapeOfAnError() throws IOException {
    RawUpstream gone = RawUpstream.open();
    gone.close();
    try (PassageRig lost = PassageRig.to(gone.baseUrl());
        Peer client = Peer.to(lost.port())) {
      client.send(chat(lost, ""));
      assertThat(client.until("}}")).startsWith("HTTP/1.1 502 ").contains("is the server running?");
    }
  }

  /** The server closed a kept connection while the request was on its way, well or not. */
  @ParameterizedTest
  @ValueSource(booleans = {false, true})
  void aRequestOnAConnectionThatHasDiedIsSentOnceMore(boolean reset) throws IOException {
    String answer = "HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok";
    try (Peer client = Peer.to(rig.port())) {
      client.send(chat(rig, ""));
      try (Peer server = upstream.accept()) {
        server.until(ASKED);
        server.send(answer);
        client.until("\r\n\r\nok");
        client.send(chat(rig, ""));
        server.until(ASKED);
        if (reset) {
          server.reset(); // It is told twice, and must not be answered by two new connections.
        }
      }
      try (Peer server = upstream.accept()) {
        server.until(ASKED);
        server.send(answer);
        assertThat(client.until("\r\n\r\nok")).startsWith("HTTP/1.1 200 OK\r\n");
        client.send(chat(rig, ""));
        server.until(ASKED);
        server.send(answer);
        assertThat(client.until("\r\n\r\nok")).startsWith("HTTP/1.1 200 OK\r\n");
      }
    }
  }

  @Test
  void anEndpointThatIsUnknownIsSaidWithTheNearestName() throws IOException {
    try (Peer client = Peer.to(rig.port())) {
      client.send(rig.head("GET /up/defualt/models") + "\r\n");
      assertThat(client.until("}}"))
          .startsWith("HTTP/1.1 404 ")
          .contains("\"code\":\"unknown_endpoint\"")
          .contains("default");
    }
  }
}
