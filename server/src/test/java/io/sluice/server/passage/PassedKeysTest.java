package io.sluice.server.passage;

import static io.sluice.server.passage.PassedChat.refused;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.server.gate.AccessToken;
import io.sluice.wire.ApiKey;
import io.sluice.wire.Endpoint;
import java.io.IOException;
import java.util.List;
import java.util.function.UnaryOperator;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** With whose key a request is passed on. */
class PassedKeysTest {

  private static final String TOKEN = "a-token-of-this-server";
  private static final String OWN = "sk-own-1234567890";

  private final RawUpstream upstream = RawUpstream.open();

  @AfterEach
  void close() {
    upstream.close();
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
  void anEndpointThatATokenIsNotForGetsNothingInItsName() throws IOException {
    PassageRig rig =
        PassageRig.to(
            Endpoint.of(upstream.baseUrl()).withKey(OWN),
            passage -> passage.key(KeyUse.OWN),
            server -> server.token(AccessToken.of("me", TOKEN).onlyFor(List.of("other"))));

    assertThat(refused(rig, "GET /v1/models", "x-api-key: " + TOKEN + "\r\n"))
        .startsWith("HTTP/1.1 403 ")
        .contains("endpoint_not_allowed");
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
  void aKeyThatCannotBeHadIsSaidWithoutTheWordsOfItsSupplier() throws IOException {
    Endpoint endpoint =
        Endpoint.of(upstream.baseUrl())
            .withKeys(
                () -> {
                  throw new IllegalStateException("the vault refuses " + OWN);
                });
    PassageRig rig =
        PassageRig.to(
            endpoint,
            passage -> passage.key(KeyUse.OWN),
            server -> server.token(AccessToken.of("me", TOKEN)));

    assertThat(refused(rig, "GET /v1/models", "x-api-key: " + TOKEN + "\r\n"))
        .startsWith("HTTP/1.1 502 ")
        .contains("key_unavailable")
        .contains("the endpoint 'default' has no key now", "IllegalStateException")
        .doesNotContain(OWN, "vault");
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

  private String passed(PassageRig rig, String line, String fields) throws IOException {
    return PassedChat.passed(rig, upstream, line, fields);
  }
}
