package io.sluice.server.passage;

import static io.sluice.server.passage.PassedChat.refused;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sluice.server.ServerBuilder;
import io.sluice.server.limits.Limits;
import io.sluice.server.passage.RawUpstream.Peer;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.wire.Endpoint;
import java.io.IOException;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Which requests are passed on, and where they go. */
class PassageRulesTest {

  private final RawUpstream upstream = RawUpstream.open();

  @AfterEach
  void close() {
    upstream.close();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1/models | /v1/models",
        "/v1/a//b;c=1?x=%zz&y | /v1/a//b;c=1?x=%zz&y",
        "/v1 | /v1",
        "/v1? | /v1?",
        "/up/default/models | /v1/models",
        "/up/default/v1/models | /v1/models",
        "/up/default | /v1",
        "/v1/v1/models | /v1/models",
        "/v1/v1beta/models | /v1/v1beta/models",
      })
  void theBaseUrlOfTheEndpointTakesThePlaceOfOurs(String asked, String target) throws IOException {
    assertThat(passed(usual(), "GET " + asked, "")).startsWith("GET " + target + " HTTP/1.1\r\n");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v1/../admin", "/v1/%2e%2E/admin", "/up/default/./x", "/v1/a/.."})
  void aPathThatLeadsElsewhereIsRefused(String path) throws IOException {
    assertThat(refused(usual(), "GET " + path, "")).startsWith("HTTP/1.1 400 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"/v", "/v1x/models", "/upper/default", "/api/v1"})
  void otherPathsAreNotPassedOn(String path) throws IOException {
    assertThat(refused(usual(), "GET " + path, "")).startsWith("HTTP/1.1 4");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Origin: https://evil.example\r\n",
        "Origin: null\r\n",
        "Sec-Fetch-Site: cross-site\r\n",
        "Sec-Fetch-Site: none\r\n",
      })
  void aRequestThatAPageOfAnotherOriginCausedIsRefused(String field) throws IOException {
    assertThat(refused(usual(), "POST /v1/chat/completions", field)).startsWith("HTTP/1.1 403 ");
  }

  @Test
  void aPageOfAnAllowedOriginMayReadTheAnswer() throws IOException {
    PassageRig rig =
        PassageRig.to(
            Endpoint.of(upstream.baseUrl()),
            passage -> passage,
            server -> server.allowOrigin("https://app.example"));
    try (rig;
        Peer client = Peer.to(rig.port())) {
      client.send(rig.head("GET /v1/models") + "Origin: https://app.example\r\n\r\n");
      try (Peer server = upstream.accept()) {
        server.until("\r\n\r\n");
        server.send(
            "HTTP/1.1 200 OK\r\naccess-control-allow-origin: *\r\nVary: Accept"
                + "\r\nContent-Length: 0\r\n\r\n");
        assertThat(client.until("\r\n\r\n"))
            .contains("Access-Control-Allow-Origin: https://app.example\r\n")
            .contains("Vary: Accept\r\n", "Vary: Origin\r\n")
            .doesNotContain("*");
      }
    }
  }

  @Test
  void aBodyThatIsTooLargeIsRefused() throws IOException {
    UnaryOperator<ServerBuilder> small =
        server -> server.limits(Limits.builder().passedBody(10).build());
    Endpoint endpoint = Endpoint.of(upstream.baseUrl());

    assertThat(
            refused(
                PassageRig.to(endpoint, passage -> passage, small),
                "POST /v1/files",
                "Content-Length: 11\r\n"))
        .startsWith("HTTP/1.1 413 ")
        .contains("body_too_large");
    assertThat(
            refused(
                PassageRig.to(endpoint, passage -> passage, small),
                "POST /v1/files",
                "Transfer-Encoding: chunked\r\n\r\nb\r\n01234567890\r\n"))
        .startsWith("HTTP/1.1 413 ");
  }

  @Test
  void anUploadThatPausesTooLongIsRefused() throws IOException {
    PassageRig rig =
        PassageRig.to(
            Endpoint.of(upstream.baseUrl()),
            passage -> passage,
            server -> server.limits(Limits.builder().bodyPause(Duration.ofMillis(50)).build()));

    assertThat(refused(rig, "POST /v1/files", "Content-Length: 11\r\n"))
        .startsWith("HTTP/1.1 408 ")
        .contains("too_slow");
  }

  @Test
  void serversAreToldOfTheClientOnlyIfThatIsWanted() throws IOException {
    PassageRig telling =
        PassageRig.to(
            Endpoint.of(upstream.baseUrl()), Passage.Builder::forwarded, server -> server);

    String told =
        String.join(
            "\r\n",
            "Via: 1.1 front",
            "X-Forwarded-For: 10.0.0.1",
            "X-Real-IP: 10.0.0.1",
            "Forwarded: for=10.0.0.1",
            "");
    assertThat(passed(usual(), "GET /v1/models", told)).doesNotContain("Forwarded", "Via", "10.0");
    assertThat(passed(telling, "GET /v1/models", told))
        .contains(told)
        .contains("\r\nForwarded: for=127.0.0.1;");
  }

  @Test
  void aSilentEventStreamIsKeptAliveBetweenTwoEventsIfThatIsWanted() throws IOException {
    PassageRig rig =
        PassageRig.to(
            Endpoint.of(upstream.baseUrl()),
            passage -> passage.keepAlive(Duration.ofMillis(20)),
            server -> server);
    try (rig;
        Peer client = Peer.to(rig.port())) {
      client.send(rig.head("GET /v1/events") + "\r\n");
      try (Peer server = upstream.accept()) {
        server.until("\r\n\r\n");
        server.send(
            "HTTP/1.1 200 OK\r\nContent-Type: text/event-stream"
                + "\r\nTransfer-Encoding: chunked\r\n\r\n7\r\ndata: 1\r\n");
        client.until("data: 1\r\n");
        server.send("2\r\n\n\n\r\n");
        assertThat(client.until("2\r\n\n\n\r\n")).isEqualTo("2\r\n\n\n\r\n");
        assertThat(client.until(":\n\n\r\n")).isEqualTo("3\r\n:\n\n\r\n");
      }
    }
  }

  @Test
  void aPassageIsNotBuiltWithTwoEndpointsOfOneNameOrANameThatNoPathHas() {
    try (NettyTransport transport = NettyTransport.open(Endpoint.of("http://localhost/v1"))) {
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Passage.to("a", transport).to("a", transport))
          .withMessage("two endpoints are named 'a'; rename one");
      assertThatIllegalArgumentException().isThrownBy(() -> Passage.to("a/b", transport));
      assertThatIllegalArgumentException()
          .isThrownBy(() -> Passage.to("a", transport).keepAlive(Duration.ZERO));
    }
  }

  private PassageRig usual() {
    return PassageRig.to(upstream.baseUrl());
  }

  private String passed(PassageRig rig, String line, String fields) throws IOException {
    return PassedChat.passed(rig, upstream, line, fields);
  }
}
