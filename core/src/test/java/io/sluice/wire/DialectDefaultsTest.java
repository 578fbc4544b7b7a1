package io.sluice.wire;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.assertThatIllegalStateException;

import java.util.Map;
import org.junit.jupiter.api.Test;

class DialectDefaultsTest {

  private static final DialectDefaults NOWHERE = DialectDefaults.of("acme-2.chat");
  private static final DialectDefaults SOMEWHERE = NOWHERE.at("https://acme.example/v1");

  @Test
  void theVariablesGoByTheDialectsName() {
    assertThat(NOWHERE.keyVariable()).isEqualTo("ACME_2_CHAT_API_KEY");
    assertThat(NOWHERE.urlVariable()).isEqualTo("ACME_2_CHAT_BASE_URL");
    assertThat(NOWHERE.model()).isEmpty();
    assertThat(SOMEWHERE.asking("m").model()).contains("m");
    assertThat(new OpenAiDialect().defaults().keyVariable()).isEqualTo("OPENAI_API_KEY");
  }

  @Test
  void aKeyAloneIsForTheHomesOwnServer() {
    Endpoint endpoint = SOMEWHERE.endpoint(Map.of("ACME_2_CHAT_API_KEY", "k"));

    assertThat(endpoint.baseUrl()).hasToString("https://acme.example/v1");
    assertThat(endpoint.key().orElseThrow().reveal()).isEqualTo("k");
    assertThat(endpoint).asString().doesNotContain("=k");
  }

  @Test
  void anotherServerMayNeedNoKey() {
    assertThat(SOMEWHERE.endpoint(Map.of("ACME_2_CHAT_BASE_URL", "http://localhost:1/v1/")))
        .isEqualTo(Endpoint.of("http://localhost:1/v1"));
  }

  @Test
  void whatIsMissingIsNamed() {
    assertThatIllegalStateException()
        .isThrownBy(() -> SOMEWHERE.endpoint(Map.of("OPENAI_API_KEY", "k")))
        .withMessage(
            "neither ACME_2_CHAT_API_KEY nor ACME_2_CHAT_BASE_URL is set; set the one your server"
                + " needs");
    assertThatIllegalStateException()
        .isThrownBy(() -> NOWHERE.endpoint(Map.of("ACME_2_CHAT_API_KEY", "k")))
        .withMessage("ACME_2_CHAT_BASE_URL is not set; set it to the URL of your server");
    assertThatIllegalArgumentException()
        .isThrownBy(() -> SOMEWHERE.endpoint(Map.of("ACME_2_CHAT_API_KEY", "")))
        .withMessage("the API key is empty; set it or unset its variable");
  }
}
