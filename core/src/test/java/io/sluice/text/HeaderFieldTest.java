package io.sluice.text;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What may stand in the head of a request, and what may be shown of it. */
class HeaderFieldTest {

  @Test
  void aLineIsANameAColonAndAValue() {
    assertThat(HeaderField.parse("X-Tenant:  acme: one "))
        .isEqualTo(new HeaderField("X-Tenant", "acme: one"));
  }

  @ParameterizedTest
  @ValueSource(strings = {"", " ", "X Tenant", "X:Y", "X\r\nY", "Überschrift"})
  void aNameIsAToken(String name) {
    assertThatThrownBy(() -> new HeaderField(name, "v"))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the name of a header field");
  }

  @ParameterizedTest
  @ValueSource(strings = {"a\r\nX-Evil: 1", "a\nb", "a\u0000b", "a\u007fb", "日本"})
  void aValueThatCannotBeSentIsRefusedAndNotShown(String value) {
    assertThatThrownBy(() -> new HeaderField("X-Tenant", value))
        .isInstanceOf(IllegalArgumentException.class)
        .hasMessageStartingWith("the value of the header field 'X-Tenant'")
        .message()
        .doesNotContain(value);
  }

  @ParameterizedTest
  @ValueSource(strings = {"Host", "content-length", "Transfer-Encoding", "Connection", "Expect"})
  void theTransportsOwnFieldsAreRefused(String name) {
    assertThatThrownBy(() -> new HeaderField(name, "v"))
        .hasMessage("the header field '" + name + "' is the transport's own; leave it out");
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "Authorization",
        "api-key",
        "X-API-Key",
        "apikey",
        "X-Auth-Token",
        "X-Amz-Security-Token",
        "Cookie",
        "Set-Cookie",
        "X_Client_Secret",
        "Proxy-Authentication-Info"
      })
  void aSecretIsKnownByItsName(String name) {
    assertThat(HeaderField.isSecret(name)).isTrue();
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "x-ratelimit-remaining-tokens",
        "anthropic-ratelimit-tokens-reset",
        "x-request-id",
        "OpenAI-Project",
        "traceparent",
        "x-monkey"
      })
  void otherFieldsAreNoSecrets(String name) {
    assertThat(HeaderField.isSecret(name)).isFalse();
  }

  @Test
  void theTextFormShowsNoSecret() {
    assertThat(new HeaderField("X-Api-Key", "abc")).hasToString("X-Api-Key: ***");
    assertThat(new HeaderField("X-Tenant", "acme")).hasToString("X-Tenant: acme");
  }
}
