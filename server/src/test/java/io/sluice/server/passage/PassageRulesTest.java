package io.sluice.server.passage;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;

import io.sluice.server.ServerBuilder;
import io.sluice.server.gate.AccessToken;
import io.sluice.server.limits.Limits;
import io.sluice.server.passage.RawUpstream.Peer;
import io.sluice.transport.netty.NettyTransport;
import io.sluice.wire.ApiKey;
import io.sluice.wire.Endpoint;
import java.io.IOException;
import java.time.Duration;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Who may have a request passed on, where it goes, and with whose key. */
class PassageRulesTest {

  private static final String TOKEN = "a-token-of-this-server";
  private static final String OWN = "sk-own-1234567890";

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
  void theKeyOfTheClientIsPassedOnAndTheEndpointsIsNot() throws IOException {
    String sent = passed(keyed(passage -> passage), "GET /v1/models", "x-api-key: theirs\r\n");

    assertThat(sent).contains("x-api-key: theirs\r\n").doesNotContain(OWN);
    assertThat(passed(keyed(passage -> passage), "GET /v1/models", "")).doesNotContain(OWN);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Authorization: Bearer ", "api-key: ", "x-api-key: ", "x-goog-api-key: "})
  void theKeyOfTheEndpointTakesThePlaceOfATokenOfOurs(String field) throws IOException {
    String sent = passed(own(), "GET /v1/models", field + TOKEN + "\r\nX-Other: 1\r\n");

    assertThat(sent)
        .contains("Authorization: Bearer " + OWN + "\r\n")
        .contains("X-Other: 1\r\n")
        .doesNotContain(TOKEN);
  }

  @Test
  void aTokenOfOursIsFoundBesideAKeyThatIsNone() throws IOException {
    String fields = "Authorization: Bearer unused\r\nx-api-key: " + TOKEN + "\r\n";

    assertThat(passed(own(), "GET /v1/models", fields))
        .contains("Authorization: Bearer " + OWN + "\r\n")
        .doesNotContain(TOKEN, "unused");
  }

  @Test
  void aTokenOfOursIsNeverPassedOn() throws IOException {
    assertThat(refused(known(), "GET /v1/models", "Authorization: Bearer " + TOKEN + "\r\n"))
        .startsWith("HTTP/1.1 401 ")
        .contains("token_for_key");
    assertThat(refused(known(), "GET /v1/models?key=" + TOKEN, ""))
        .startsWith("HTTP/1.1 401 ")
        .contains("token_for_key");
    assertThat(passed(offline(), "GET /v1/models", "X-Auth-Token: " + TOKEN + "\r\n"))
        .doesNotContain(TOKEN);
  }

  private PassageRig known() {
    return PassageRig.to(
        Endpoint.of(upstream.baseUrl()),
        passage -> passage,
        server -> server.token(AccessToken.of("me", TOKEN)));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Authorization: Bearer " + TOKEN + "\r\n"})
  void theBuiltInModelLendsItsKeyToThoseThatHaveNone(String field) throws IOException {
    assertThat(passed(offline(), "GET /v1/models", field))
        .contains("Authorization: Bearer " + OWN + "\r\n")
        .doesNotContain(TOKEN);
    assertThat(passed(offline(), "GET /v1/models", "api-key: theirs\r\n"))
        .contains("api-key: theirs\r\n")
        .doesNotContain(OWN);
  }

  @Test
  void anEndpointWithoutAKeyGetsNoneNotEvenTheToken() throws IOException {
    PassageRig rig =
        PassageRig.to(
            Endpoint.of(upstream.baseUrl()),
            passage -> passage.key(KeyUse.OWN),
            server -> server.token(AccessToken.of("me", TOKEN)));

    assertThat(passed(rig, "GET /v1/models", "Authorization: Bearer " + TOKEN + "\r\n"))
        .doesNotContain(TOKEN, "Authorization");
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "Authorization: Bearer wrong\r\n", "Cookie: sluice-1=x\r\n"})
  void withoutATokenOfOursNothingIsSentInTheNameOfTheEndpoint(String field) throws IOException {
    assertThat(refused(own(), "GET /v1/models", field)).startsWith("HTTP/1.1 401 ");
  }

  @Test
  void whatAnEndpointAddsToItsOwnRequestsIsAddedWithItsKey() throws IOException {
    Endpoint endpoint =
        Endpoint.of(upstream.baseUrl())
            .withKey(OWN)
            .withKeyField("api-key")
            .withHeader("X-Project", "p")
            .withQuery("api-version", "2026 1");
    PassageRig rig =
        PassageRig.to(
            endpoint,
            passage -> passage.key(KeyUse.OWN),
            server -> server.token(AccessToken.of("me", TOKEN)));

    assertThat(passed(rig, "GET /v1/models?a=b", "api-key: " + TOKEN + "\r\n"))
        .startsWith("GET /v1/models?a=b&api-version=2026%201 HTTP/1.1\r\n")
        .contains("api-key: " + OWN + "\r\n")
        .contains("X-Project: p\r\n");
  }

  @Test
  void aKeyThatIsAskedForIsAskedForWithEachRequest() throws IOException {
    Endpoint endpoint = Endpoint.of(upstream.baseUrl()).withKeys(() -> ApiKey.of(OWN));
    PassageRig rig =
        PassageRig.to(
            endpoint,
            passage -> passage.key(KeyUse.OWN),
            server -> server.token(AccessToken.of("me", TOKEN)));

    assertThat(passed(rig, "GET /v1/models", "x-api-key: " + TOKEN + "\r\n"))
        .contains("Authorization: Bearer " + OWN + "\r\n");
  }

  @Test
  void aKeyThatCannotBeHadIsSaid() throws IOException {
    Endpoint endpoint =
        Endpoint.of(upstream.baseUrl())
            .withKeys(
                () -> {
                  throw new IllegalStateException("the vault is locked");
                });
    PassageRig rig =
        PassageRig.to(
            endpoint,
            passage -> passage.key(KeyUse.OWN),
            server -> server.token(AccessToken.of("me", TOKEN)));

    assertThat(refused(rig, "GET /v1/models", "x-api-key: " + TOKEN + "\r\n"))
        .startsWith("HTTP/1.1 502 ")
        .contains("key_unavailable")
        .contains("the vault is locked");
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
        "Via: 1.1 front\r\nX-Forwarded-For: 10.0.0.1\r\nX-Real-IP: 10.0.0.1\r\n"
            + "Forwarded: for=10.0.0.1\r\n";
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

  private PassageRig own() {
    return PassageRig.to(
        Endpoint.of(upstream.baseUrl()).withKey(OWN),
        passage -> passage.key(KeyUse.OWN),
        server -> server.token(AccessToken.of("me", TOKEN)));
  }

  private PassageRig offline() {
    return PassageRig.offline(
        Endpoint.of(upstream.baseUrl()).withKey(OWN),
        server -> server.token(AccessToken.of("me", TOKEN)));
  }

  private PassageRig keyed(UnaryOperator<Passage.Builder> passage) {
    return PassageRig.to(Endpoint.of(upstream.baseUrl()).withKey(OWN), passage, server -> server);
  }

  /** The head that the server gets; closes the rig. */
  private String passed(PassageRig rig, String line, String fields) throws IOException {
    try (rig;
        Peer client = Peer.to(rig.port())) {
      client.send(rig.head(line) + fields + "\r\n");
      try (Peer server = upstream.accept()) {
        String head = server.until("\r\n\r\n");
        server.send("HTTP/1.1 200 OK\r\nContent-Length: 2\r\n\r\nok");
        client.until("ok");
        return head;
      }
    }
  }

  /** The refusal that the client gets; closes the rig. */
  private static String refused(PassageRig rig, String line, String fields) throws IOException {
    try (rig;
        Peer client = Peer.to(rig.port())) {
      client.send(rig.head(line) + fields + "\r\n");
      return client.until("}}");
    }
  }
}
