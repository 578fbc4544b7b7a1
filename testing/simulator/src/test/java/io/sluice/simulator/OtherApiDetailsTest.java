package io.sluice.simulator;

import static io.sluice.simulator.Asking.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.simulator.RawClient.Answer;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** Details of the APIs besides OpenAI's chat completions that their own clients depend on. */
class OtherApiDetailsTest {
  private static final String ARRAY = "/v1beta/models/m:streamGenerateContent";
  private static final String GEMINI = "{\"contents\":[{\"parts\":[{\"text\":\"Hello\"}]}]}";
  private static final String MESSAGES = "\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]";

  private static Simulator simulator;

  @BeforeAll
  static void start() {
    simulator = Simulator.start();
  }

  @AfterAll
  static void stop() {
    simulator.close();
  }

  private static Answer post(String path, String body, String... headers) throws IOException {
    try (var client = new RawClient(simulator)) {
      return client.send("POST", path, body, headers).answer();
    }
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "error-event=0",
        "error-event=2",
        "end=0",
        "end=2",
        "error-dashscope=2",
        "missing-finish",
        "comments=2",
        "crlf",
        "many-choices=3",
        "finish-every",
        "one-write"
      })
  void anArrayStaysOneUnderAFault(String fault) throws IOException {
    Answer answer = post(ARRAY, GEMINI, "X-Simulate: " + fault);

    assertThat(json(answer.body()).isArray()).isTrue();
  }

  @Test
  void anArrayThatBreaksOffIsNotClosed() throws IOException {
    assertThat(post(ARRAY, GEMINI, "X-Simulate: cut-finish").body().strip())
        .startsWith("[{")
        .contains("\"finishReason\"")
        .doesNotEndWith("]");
  }

  @Test
  void aRefusalIsInAnArrayWhereOneWasAskedFor() throws IOException {
    assertThat(post(ARRAY, "{}").body()).startsWith("[{\"error\":{\"code\":400").endsWith("}]");
    assertThat(post(ARRAY, GEMINI, "X-Simulate: status=503").body()).startsWith("[{\"error\":");
    assertThat(post(ARRAY + "?alt=sse", "{}").body()).startsWith("{\"error\":");
  }

  @Test
  void aMessageSaysWhichStopTextEndedIt() throws IOException {
    String body =
        "{\"model\":\"m\",\"max_tokens\":99,\"temperature\":0,\"stop_sequences\":[\"\",\" \"],"
            + MESSAGES
            + "}";

    JsonNode message = json(post("/v1/messages", body).body());
    String stream = post("/v1/messages", body.replaceFirst("\\{", "{\"stream\":true,")).body();

    assertThat(message.path("stop_reason").asString()).isEqualTo("stop_sequence");
    assertThat(message.path("stop_sequence").asString()).isEqualTo(" ");
    assertThat(stream).contains("{\"stop_reason\":\"stop_sequence\",\"stop_sequence\":\" \"}");
  }

  @Test
  void anEmptyStopTextEndsNothing() throws IOException {
    String config = ",\"generationConfig\":{\"temperature\":0,\"stopSequences\":[\"\"]}}";
    String path = "/v1beta/models/m:generateContent";

    JsonNode answer = json(post(path, GEMINI.replaceFirst("}$", config)).body());

    assertThat(text(answer)).isNotEmpty();
  }

  @Test
  void aRequestThatSaysNothingLoadsTheModel() throws IOException {
    JsonNode chat = json(post("/api/chat", "{\"model\":\"m\",\"messages\":[]}").body());
    JsonNode prompt = json(post("/api/generate", "{\"model\":\"m\"}").body());

    assertThat(chat.path("done_reason").asString()).isEqualTo("load");
    assertThat(chat.path("message").path("content").asString()).isEmpty();
    assertThat(chat.has("eval_count")).isFalse();
    assertThat(prompt.path("done_reason").asString()).isEqualTo("load");
  }

  @Test
  void geminiTakesNamesWithUnderscores() throws IOException {
    String path = "/v1beta/models/m:generateContent";
    String camel =
        GEMINI.replaceFirst(
            "}$", ",\"generationConfig\":{\"temperature\":0,\"maxOutputTokens\":5}}");
    String snake =
        camel
            .replace("generationConfig", "generation_config")
            .replace("maxOutputTokens", "max_output_tokens");

    JsonNode answer = json(post(path, snake).body());

    assertThat(text(answer)).isNotEmpty().isEqualTo(text(json(post(path, camel).body())));
    assertThat(answer.path("candidates").path(0).path("finishReason").asString())
        .isEqualTo("MAX_TOKENS");
  }

  @Test
  void aResponseHasProbabilitiesIfTheyAreIncluded() throws IOException {
    String plain = "{\"model\":\"m\",\"input\":\"Hello\",\"temperature\":0}";
    String included =
        plain.replaceFirst(
            "}$", ",\"top_logprobs\":2,\"include\":[\"message.output_text.logprobs\"]}");
    JsonNode tokens =
        json(post("/v1/responses", included).body())
            .path("output")
            .path(0)
            .path("content")
            .path(0)
            .path("logprobs");

    assertThat(tokens.size()).isPositive();
    assertThat(tokens.path(0).path("top_logprobs").size()).isEqualTo(2);
    assertThat(post("/v1/responses", included.replaceFirst("\\{", "{\"stream\":true,")).body())
        .contains("\"logprobs\":[{\"token\":");
    assertThat(post("/v1/responses", plain).body()).contains("\"logprobs\":[]");
  }

  private static String text(JsonNode answer) {
    return answer
        .path("candidates")
        .path(0)
        .path("content")
        .path("parts")
        .path(0)
        .path("text")
        .asString();
  }
}
