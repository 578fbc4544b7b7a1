package io.sluice.wire;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.ChatRequest;
import io.sluice.stream.Failure;
import io.sluice.stream.StreamOptions;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class OpenAiDialectTest {

  private static final ChatRequest REQUEST = ChatRequest.of("m", "hi");
  private static final StreamOptions OPTIONS = StreamOptions.defaults();

  private final Dialect dialect = new OpenAiDialect();
  private final Endpoint endpoint = Endpoint.of("https://example.org/v1/");

  @Test
  void modelsAreListedBehindTheBaseUrl() {
    Endpoint endpoint = Endpoint.of("https://example.org/v1").withKey("secret");
    ModelListing listing = new OpenAiDialect().models().orElseThrow();

    assertThat(listing.call(endpoint, Optional.empty()))
        .hasToString("GET https://example.org/v1/models");
    assertThat(listing.call(endpoint, Optional.of("a b&c")))
        .hasToString("GET https://example.org/v1/models?after=a+b%26c");
    assertThat(listing.call(endpoint, Optional.empty()).headers())
        .containsEntry("Authorization", "Bearer secret")
        .containsEntry("Accept", "application/json");
  }

  @Test
  void aStreamedCallAsksForEventsAndUsage() {
    HttpCall call = dialect.call(endpoint.withKey("k"), REQUEST, OPTIONS);

    assertThat(call).hasToString("POST https://example.org/v1/chat/completions");
    assertThat(call.headers())
        .containsEntry("Authorization", "Bearer k")
        .containsEntry("Content-Type", "application/json")
        .containsEntry("Accept", "text/event-stream")
        .hasEntrySatisfying("User-Agent", agent -> assertThat(agent).startsWith("sluice/"));
    assertThat(body(call))
        .isEqualTo(
            "{\"model\":\"m\",\"messages\":[{\"role\":\"user\",\"content\":\"hi\"}],"
                + "\"stream\":true,\"stream_options\":{\"include_usage\":true}}");
  }

  @Test
  void usageIsNotMentionedWhereItIsNotAskedFor() {
    HttpCall call = dialect.call(endpoint, REQUEST, OPTIONS.withoutUsage());

    assertThat(body(call)).endsWith(",\"stream\":true}");
    assertThat(call.headers()).doesNotContainKey("Authorization");
  }

  @Test
  void aWholeCallSaysNothingOfStreams() {
    HttpCall call = dialect.call(endpoint, REQUEST, OPTIONS.whole());

    assertThat(body(call)).doesNotContain("stream");
    assertThat(call.headers()).containsEntry("Accept", "application/json");
  }

  @ParameterizedTest
  @CsvSource({
    "400, Unrecognized request argument supplied: stream_options, true",
    "422, extra field include_usage, true",
    "400, temperature is too high, false",
    "500, stream_options, false"
  })
  void usageIsGivenUpIfTheRefusalNamesIt(int status, String message, boolean fallsBack) {
    var refusal = Failure.Http.builder(status, message).build();

    assertThat(dialect.fallback(refusal, REQUEST, OPTIONS).isPresent()).isEqualTo(fallsBack);
    assertThat(dialect.fallback(refusal, REQUEST, OPTIONS.withoutUsage())).isEmpty();
  }

  private static String body(HttpCall call) {
    return StandardCharsets.UTF_8.decode(call.body()).toString();
  }
}
