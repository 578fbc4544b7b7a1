package io.sluice.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.Test;

/** What each request to a server carries. */
class EndpointFieldsTest {

  private static final Endpoint PLAIN = Endpoint.of("http://localhost:1/v1//");

  @Test
  void slashesAtTheEndOfTheUrlAreRemoved() {
    assertThat(PLAIN.baseUrl()).hasToString("http://localhost:1/v1");
  }

  @Test
  void endpointsAreEqualIfAllTheySayIs() {
    assertThat(PLAIN.withKey("k").withHeader("A", "b").withQuery("c", "d"))
        .isEqualTo(PLAIN.withHeader("A", "b").withQuery("c", "d").withKey("k"))
        .isNotEqualTo(PLAIN.withKey("k").withHeader("A", "other").withQuery("c", "d"));
  }

  @Test
  void aFieldIsReplacedByOneOfItsNameInAnyCase() {
    assertThat(PLAIN.withHeader("X-A", "1").withHeader("x-a", "2").headers())
        .singleElement()
        .hasToString("x-a: 2");
  }

  @Test
  void onlyInAuthorizationIsTheKeyABearerToken() {
    Endpoint keyed = PLAIN.withKey("k");
    assertThat(keyed.keyHeader("Authorization")).containsEntry("Authorization", "Bearer k");
    assertThat(keyed.keyHeader("x-api-key")).containsEntry("x-api-key", "k");
    assertThat(keyed.withKeyField("authorization").keyHeader("x-api-key"))
        .containsEntry("authorization", "Bearer k");
    assertThat(PLAIN.keyHeader("x-api-key")).isEmpty();
  }

  @Test
  void aSupplierIsAskedEachTimeAndAKeyedCopyKeepsWhatItGave() {
    var asked = new AtomicInteger();
    Endpoint asking = PLAIN.withKeys(() -> ApiKey.of("k" + asked.incrementAndGet()));

    assertThat(asked).hasValue(0);
    Endpoint keyed = asking.keyed();
    assertThat(keyed.key().orElseThrow().reveal()).isEqualTo("k1");
    assertThat(keyed.key().orElseThrow().reveal()).isEqualTo("k1");
    assertThat(asking.key().orElseThrow().reveal()).isEqualTo("k2");
  }

  @Test
  void theTextFormShowsNoSecret() {
    assertThat(PLAIN.withKey("sk-secret").withHeader("X-Token", "hidden").toString())
        .doesNotContain("sk-secret", "hidden");
    assertThat(
            PLAIN
                .withKey("sk-secret")
                .withHeader("X-Token", "hidden")
                .withQuery("key", "asked")
                .withQuery("api-version", "1")
                .secrets())
        .containsExactly("sk-secret", "hidden", "asked");
  }

  @Test
  void aQueryNeedsAName() {
    assertThatThrownBy(() -> PLAIN.withQuery("", "x"))
        .hasMessage("a query parameter has an empty name; give it one");
  }
}
