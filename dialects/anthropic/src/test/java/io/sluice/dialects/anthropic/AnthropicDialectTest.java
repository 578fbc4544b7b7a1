package io.sluice.dialects.anthropic;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.ChatRequest;
import io.sluice.plugin.Plugins;
import io.sluice.stream.Failure;
import io.sluice.stream.StreamOptions;
import io.sluice.wire.Endpoint;
import io.sluice.wire.HttpAnswer;
import io.sluice.wire.HttpCall;
import io.sluice.wire.ModelListing;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class AnthropicDialectTest {

  private static final ChatRequest REQUEST = ChatRequest.of("m", "hi");

  private final AnthropicDialect dialect = new AnthropicDialect();

  @Test
  void aCallIsSignedAndNamesItsVersion() {
    Endpoint endpoint = Endpoint.of("https://example.org/v1/").withKey("secret");
    HttpCall call = dialect.call(endpoint, REQUEST, StreamOptions.defaults());

    assertThat(call).hasToString("POST https://example.org/v1/messages");
    assertThat(call.headers())
        .containsEntry("x-api-key", "secret")
        .containsEntry("anthropic-version", "2023-06-01")
        .containsEntry("Content-Type", "application/json")
        .containsEntry("Accept", "text/event-stream")
        .doesNotContainKey("Authorization");
    HttpCall whole = dialect.call(endpoint, REQUEST, StreamOptions.defaults().whole());
    assertThat(whole.headers()).containsEntry("Accept", "application/json");
  }

  @Test
  void withoutAKeyNoneIsSent() {
    Endpoint endpoint = Endpoint.of("http://localhost:1/v1");

    assertThat(dialect.call(endpoint, REQUEST, StreamOptions.defaults()).headers())
        .doesNotContainKey("x-api-key");
  }

  @Test
  void modelsAreListedPageByPage() {
    Endpoint endpoint = Endpoint.of("https://example.org/v1").withKey("secret");
    ModelListing listing = dialect.models().orElseThrow();

    assertThat(listing.call(endpoint, Optional.empty()))
        .hasToString("GET https://example.org/v1/models?limit=1000");
    assertThat(listing.call(endpoint, Optional.of("a b&c")))
        .hasToString("GET https://example.org/v1/models?limit=1000&after_id=a+b%26c");
    assertThat(listing.call(endpoint, Optional.empty()).headers())
        .containsEntry("x-api-key", "secret")
        .containsEntry("anthropic-version", "2023-06-01")
        .containsEntry("Accept", "application/json");
  }

  @Test
  void itsHomeIsAnthropic() {
    Endpoint endpoint = dialect.defaults().endpoint(Map.of("ANTHROPIC_API_KEY", "k"));

    assertThat(endpoint.baseUrl()).hasToString("https://api.anthropic.com/v1");
    assertThat(endpoint.key().orElseThrow().reveal()).isEqualTo("k");
    assertThat(dialect.defaults().endpoint(Map.of("ANTHROPIC_BASE_URL", "http://localhost:1/v1")))
        .isEqualTo(Endpoint.of("http://localhost:1/v1"));
  }

  @Test
  void aRefusalNamesTheCallAndWhatToCheck() {
    var headers = Map.of("request-id", "req_1", "retry-after", "7");
    String body =
        "{'type':'error','error':{'type':'authentication_error','message':'invalid x-api-key'}}";

    Failure.Http failure = dialect.failure(new HttpAnswer(401, headers, Heard.bytes(body)));

    assertThat(failure.message())
        .isEqualTo("the server answered 401: invalid x-api-key; check ANTHROPIC_API_KEY");
    assertThat(failure.type()).contains("authentication_error");
    assertThat(failure.requestId()).contains("req_1");
    assertThat(failure.retryAfter()).contains(Duration.ofSeconds(7));
  }

  @Test
  void itRecognisesTheStartOfAMessage() {
    String start = "event: message_start\ndata: {\"type\":\"message_start\",\"message\":{}}\n";

    assertThat(dialect.recognises(start)).isTrue();
    assertThat(dialect.recognises("data: {\"choices\":[]}\n")).isFalse();
  }

  @Test
  void itIsFoundAsAPlugin() {
    try (var registry = Plugins.load(List.of())) {
      assertThat(registry.problems()).isEmpty();
      assertThat(registry.dialects().get("anthropic")).isInstanceOf(AnthropicDialect.class);
    }
  }
}
