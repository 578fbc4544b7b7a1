package io.sluice.server.passage;

import static io.sluice.server.passage.PassedChat.OK;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.server.SocketClient;
import io.sluice.server.gate.AccessToken;
import io.sluice.server.passage.RawUpstream.Peer;
import io.sluice.server.passage.UnrecordedCounts.Count;
import io.sluice.server.passage.UnrecordedCounts.Kind;
import io.sluice.wire.Endpoint;
import java.io.IOException;
import java.time.Duration;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicLong;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is known of passed requests that are not recorded. */
class UnrecordedCountsTest {

  private final RawUpstream upstream = RawUpstream.open();

  @AfterEach
  void close() {
    upstream.close();
  }

  @Test
  void requestsOfOneKindAreCountedTogether() {
    var clock = new AtomicLong();
    var counts = new UnrecordedCounts(clock::get);
    var kind = new Kind("me", "default", "GET", "/models", OptionalInt.of(200));

    clock.set(Duration.ofMillis(30).toNanos());
    counts.add(kind, 1, 10, 0);
    counts.add(kind, 2, 20, Duration.ofMillis(20).toNanos());

    assertThat(counts.counts())
        .containsExactly(new Count(kind, 2, 3, 30, Duration.ofMillis(40), Duration.ofMillis(30)));
  }

  @Test
  void kindsThatClientsMakeUpAreBounded() {
    var counts = new UnrecordedCounts(() -> 0);
    for (int each = 0; each < 5_000; each++) {
      counts.add(new Kind("me", "default", "M" + each, "/", OptionalInt.empty()), 0, 0, 0);
    }

    assertThat(counts.counts()).hasSizeLessThanOrEqualTo(1_001);
    assertThat(counts.counts().stream().mapToLong(Count::requests).sum()).isEqualTo(5_000);
  }

  @ParameterizedTest
  @CsvSource({
    "/models,/models",
    "/models/gpt-4o-mini,/models/{id}",
    "/files/file-a1b2c3d4/content,/files/{id}/content",
    "/batches/17,/batches/{id}",
    "/vector_stores/vs_1/files,/vector_stores/vs_1/files",
    "/1/2/3/4/5/6/7/8/9,/{id}/{id}/{id}/{id}/{id}/{id}/{id}/…",
    "'',''"
  })
  void namesAreNoPartOfAPath(String path, String pattern) {
    assertThat(PathPattern.of(path)).isEqualTo(pattern);
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
