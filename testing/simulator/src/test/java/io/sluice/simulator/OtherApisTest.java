package io.sluice.simulator;

import static io.sluice.simulator.Asking.json;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.simulator.RawClient.Answer;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

/** What the APIs besides OpenAI's chat completions look like on the wire. */
class OtherApisTest {
  private static final String MESSAGES = "\"messages\":[{\"role\":\"user\",\"content\":\"Hello\"}]";
  private static final String RESPONSES = "{\"model\":\"m\",\"input\":\"Hello\",\"stream\":true}";
  private static final String ANTHROPIC =
      "{\"model\":\"m\",\"max_tokens\":99,\"stream\":true," + MESSAGES + "}";
  private static final String GEMINI = "{\"contents\":[{\"parts\":[{\"text\":\"Hello\"}]}]}";
  private static final String STREAMED = "/v1beta/models/m:streamGenerateContent";

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

  private static Answer get(String path, String... headers) throws IOException {
    try (var client = new RawClient(simulator)) {
      return client.send("GET", path, "", headers).answer();
    }
  }

  @Test
  void aResponseIsBegunItemByItemAndCompleted() throws IOException {
    assertThat(post("/v1/responses", RESPONSES).body())
        .startsWith("event: response.created\ndata: {\"type\":\"response.created\",")
        .containsSubsequence(
            "event: response.in_progress\n",
            "event: response.output_item.added\n",
            "event: response.content_part.added\n",
            "event: response.output_text.delta\n",
            "event: response.output_text.done\n",
            "event: response.content_part.done\n",
            "event: response.output_item.done\n",
            "event: response.completed\n")
        .doesNotContain("[DONE]");
  }

  @Test
  void aMessageIsBegunBlockByBlockAndStopped() throws IOException {
    assertThat(post("/v1/messages", ANTHROPIC).body())
        .startsWith("event: message_start\ndata: {\"type\":\"message_start\",")
        .containsSubsequence(
            "event: content_block_start\n",
            "event: ping\n",
            "event: content_block_delta\n",
            "event: content_block_stop\n",
            "event: message_delta\n")
        .endsWith("event: message_stop\ndata: {\"type\":\"message_stop\"}\n\n");
  }

  @Test
  void geminiStreamsEventsOnlyIfTheyAreAskedFor() throws IOException {
    Answer events = post(STREAMED + "?alt=sse", GEMINI);
    Answer array = post(STREAMED, GEMINI);

    assertThat(events.head()).contains("Content-Type: text/event-stream");
    assertThat(events.body()).startsWith("data: {\"candidates\":[").endsWith("}\r\n\r\n");
    assertThat(array.head()).contains("Content-Type: application/json");
    JsonNode elements = json(array.body());
    assertThat(elements.isArray()).isTrue();
    assertThat(elements.size()).isGreaterThan(2);
    assertThat(elements.path(elements.size() - 1).path("candidates").path(0).path("finishReason"))
        .hasToString("\"STOP\"");
  }

  @Test
  void ollamaStreamsLinesUnlessTheyAreDeclined() throws IOException {
    Answer lines = post("/api/chat", "{\"model\":\"m\"," + MESSAGES + "}");
    Answer prompt =
        post("/api/generate", "{\"model\":\"m\",\"prompt\":\"Hello\",\"stream\":false}");

    assertThat(lines.head()).contains("Content-Type: application/x-ndjson");
    assertThat(lines.body().lines()).allSatisfy(line -> assertThat(json(line).isObject()).isTrue());
    assertThat(lines.body().lines().filter(line -> line.contains("\"done\":true"))).hasSize(1);
    assertThat(json(prompt.body()).path("response").asString()).isNotEmpty();
    assertThat(json(prompt.body()).path("done").asBoolean()).isTrue();
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "/v1/responses      | {}                        | {\"error\":{\"message\":\"Missing",
        "/v1/messages       | {\"model\":\"m\"}         |"
            + " {\"type\":\"error\",\"error\":{\"type\":\"invalid_request_error\",",
        "/v1beta/models/m:generateContent | {}          |"
            + " {\"error\":{\"code\":400,\"message\":\"Missing",
        "/api/chat          | {\"model\":7}             | {\"error\":\"Invalid type"
      })
  void aWrongRequestIsRefusedInTheFormOfItsApi(String path, String body, String start)
      throws IOException {
    Answer answer = post(path, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(answer.body()).startsWith(start);
  }

  @ParameterizedTest
  @CsvSource({
    "/v1/responses, 401, invalid_api_key",
    "/v1/messages, 401, authentication_error",
    "/v1/messages, 429, rate_limit_error",
    "/v1/messages, 529, overloaded_error",
    "/v1beta/models/m:generateContent, 429, RESOURCE_EXHAUSTED",
    "/v1beta/models/m:generateContent, 503, UNAVAILABLE",
    "/api/chat, 404, not to know this model"
  })
  void aStatusHasTheWordsOfItsApi(String path, int status, String word) throws IOException {
    String body = path.startsWith("/v1beta") ? GEMINI : ANTHROPIC;
    Answer answer =
        post(path, path.endsWith("responses") ? RESPONSES : body, "X-Simulate: status=" + status);

    assertThat(answer.status()).isEqualTo(status);
    assertThat(answer.body()).contains(word);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      value = {
        "GET  | /v1/messages     | 405 | {\"type\":\"error\"",
        "POST | /v1beta/models   | 405 | {\"error\":{\"code\":405",
        "POST | /v1beta/models/m | 404 | {\"error\":{\"code\":404",
        "POST | /api/embed       | 404 | {\"error\":\"Unknown path"
      })
  void aWrongPathOrMethodIsRefusedInTheFormOfItsApi(
      String method, String path, int status, String start) throws IOException {
    try (var client = new RawClient(simulator)) {
      Answer answer = client.send(method, path, "{}").answer();

      assertThat(answer.status()).isEqualTo(status);
      assertThat(answer.body()).startsWith(start);
    }
  }

  @Test
  void eachApiListsTheModelInItsOwnForm() throws IOException {
    assertThat(json(get("/v1/models").body()).path("data").path(0).path("object"))
        .hasToString("\"model\"");
    assertThat(
            json(get("/v1/models", "anthropic-version: 2023-06-01").body())
                .path("data")
                .path(0)
                .path("type"))
        .hasToString("\"model\"");
    assertThat(json(get("/v1beta/models?pageSize=1000").body()).path("models").path(0).path("name"))
        .hasToString("\"models/sluice-offline\"");
    assertThat(json(get("/api/tags").body()).path("models").path(0).path("name"))
        .hasToString("\"sluice-offline\"");
  }

  @Test
  void aCallThatTheBoundCutIsLeftOutWhereItMustBeAnObject() throws IOException {
    String tools =
        "\"tools\":[{\"functionDeclarations\":[{\"name\":\"note\",\"parameters\":{\"type\":\"OBJECT\","
            + "\"properties\":{\"text\":{\"type\":\"STRING\"}},\"required\":[\"text\"]}}]}]";
    String limit = "\"generationConfig\":{\"maxOutputTokens\":1}";
    String body =
        GEMINI.replace("Hello", "Call note").replaceFirst("}$", "," + tools + "," + limit + "}");

    JsonNode candidate =
        json(post("/v1beta/models/m:generateContent", body).body()).path("candidates").path(0);

    assertThat(candidate.path("finishReason").asString()).isEqualTo("MAX_TOKENS");
    assertThat(candidate.path("content").path("parts").isEmpty()).isTrue();
  }

  @Test
  void reasoningIsCountedAlsoWhereItIsNotShown() throws IOException {
    String hidden =
        RESPONSES.replaceFirst("}$", ",\"temperature\":0,\"reasoning\":{\"effort\":\"low\"}}");

    String body = post("/v1/responses", hidden).body();

    assertThat(body)
        .contains("\"type\":\"reasoning\",\"summary\":[]")
        .doesNotContain("summary_text");
    assertThat(body).containsPattern("\"reasoning_tokens\":[1-9]");
  }

  @Test
  void aRecordIsPlayedAtThePathsOfAllApis() throws IOException {
    byte[] record = "{\"done\":true}\n".getBytes(StandardCharsets.UTF_8);
    try (var replaying = Simulator.builder().replayBytes(record, "application/x-ndjson").start();
        var client = new RawClient(replaying)) {
      Answer answer = client.send("POST", "/api/chat", "{}").answer();

      assertThat(answer.body()).isEqualTo("{\"done\":true}\n");
    }
  }
}
