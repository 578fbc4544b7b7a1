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

  @Test
  void theFirstVariableThatIsSetCounts() {
    DialectDefaults several = SOMEWHERE.keyedBy("ONE_KEY", "OTHER_KEY");

    assertThat(several.endpoint(Map.of("OTHER_KEY", "b")).key().orElseThrow().reveal())
        .isEqualTo("b");
    assertThat(
            several.endpoint(Map.of("ONE_KEY", "a", "OTHER_KEY", "b")).key().orElseThrow().reveal())
        .isEqualTo("a");
    assertThat(several.keyVariable()).isEqualTo("ONE_KEY");
  }

  @Test
  void aVariableMayHoldAHostOrARegion() {
    var host = new DialectDefaults.UrlVariable("HOST", "http://{}:11434");
    var region = new DialectDefaults.UrlVariable("REGION", "https://api.{}.example.com");

    assertThat(host.url("box")).isEqualTo("http://box:11434");
    assertThat(host.url("box:80")).isEqualTo("http://box:80");
    assertThat(host.url(":80")).isEqualTo("http://localhost:80");
    assertThat(host.url("https://box/")).isEqualTo("https://box/");
    assertThat(region.url(" eu-west-1 ")).isEqualTo("https://api.eu-west-1.example.com");
    assertThat(SOMEWHERE.locatedBy(host, region).endpoint(Map.of("REGION", "x")).baseUrl())
        .hasToString("https://api.x.example.com");
  }

  @Test
  void aServerOnThisMachineNeedsNoName() {
    assertThat(NOWHERE.at("http://localhost:1").localUrl()).contains("http://localhost:1");
    assertThat(SOMEWHERE.localUrl()).isEmpty();
  }
}
