package io.sluice.server.passage;

import static io.sluice.server.passage.PassedChat.OK;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.server.SocketClient;
import io.sluice.server.gate.AccessToken;
import io.sluice.server.passage.RawUpstream.Peer;
import io.sluice.wire.Endpoint;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What is known of passed requests that are not recorded. */
class CountedPassageTest {

  private final RawUpstream upstream = RawUpstream.open();

  @AfterEach
  void close() {
    upstream.close();
  }

  @Test
  void aCallerIsToldOfItsOwnRequestsAndOfThoseWithoutAToken() throws IOException {
    try (PassageRig rig =
        PassageRig.offline(
            Endpoint.of(upstream.baseUrl()),
            server -> server.token(AccessToken.of("ann", "a")).token(AccessToken.of("ben", "b")))) {
      pass(rig, "POST /v1/files", "Authorization: Bearer a\r\nContent-Length: 4\r\n\r\nfile");
      pass(rig, "GET /v1/models/model-12345", "\r\n");
      String files =
          "{\"endpoint\":\"default\",\"method\":\"POST\",\"path\":\"/files\",\"status\":200,"
              + "\"requests\":1,\"sent_bytes\":4,\"received_bytes\":2,\"total_ms\":";
      String models = "\"method\":\"GET\",\"path\":\"/models/{id}\",\"status\":200,";

      assertThat(counted(rig, "a", files)).doesNotContain("12345");
      assertThat(counted(rig, "a", models)).doesNotContain("12345");
      assertThat(counted(rig, "b", models)).doesNotContain("/files");
    }
  }

  @Test
  void aRequestThatWasNotAnsweredHasNoStatusAndARecordedOneIsNotCounted() throws IOException {
    try (PassageRig rig = PassageRig.to(upstream.baseUrl())) {
      PassedChat.exchange(rig, upstream, "", OK);
      try (Peer client = Peer.to(rig.port())) {
        client.send(rig.head("GET /v1/models") + "\r\n");
        upstream.accept().close();
        client.until("}}");
      }

      String token = rig.server.token().orElseThrow();
      assertThat(counted(rig, token, "\"path\":\"/models\",\"requests\":1,"))
          .doesNotContain("completions");
    }
  }

  private void pass(PassageRig rig, String line, String rest) throws IOException {
    try (Peer client = Peer.to(rig.port())) {
      client.send(rig.head(line) + rest);
      try (Peer server = upstream.accept()) {
        server.until(rest.endsWith("file") ? "file" : "\r\n\r\n");
        server.send(OK);
        client.until("ok");
      }
    }
  }

  /** A request is counted when its end was passed on, which its client may see before that. */
  private static String counted(PassageRig rig, String token, String last) throws IOException {
    String told = "";
    while (!told.contains(last)) {
      try (SocketClient client = SocketClient.to(rig.port())) {
        told = client.send(SocketClient.head(rig.port(), "GET /api/passed", token) + "\r\n").rest();
      }
    }
    return told;
  }
}
