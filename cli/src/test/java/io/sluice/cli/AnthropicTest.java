package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.ExitCode;
import io.sluice.json.JsonObject;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The command where the server speaks Anthropic's dialect. */
class AnthropicTest {
  private static final String KEY = "sk-ant-secret";
  private static final String ANSWER =
      """
      data: {"type":"message_start","message":{"id":"m1","role":"assistant","model":"claude-x","usage":{"input_tokens":3,"output_tokens":1}}}

      data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"Hé"}}

      data: {"type":"content_block_delta","index":0,"delta":{"type":"text_delta","text":"llo"}}

      data: {"type":"message_delta","delta":{"stop_reason":"REASON"},"usage":{"output_tokens":2}}

      data: {"type":"message_stop"}

      """;
  private static final String WHOLE =
      "{\"id\":\"m1\",\"type\":\"message\",\"role\":\"assistant\",\"model\":\"claude-x\","
          + "\"content\":[{\"type\":\"text\",\"text\":\"Hello\"}],\"stop_reason\":\"end_turn\","
          + "\"usage\":{\"input_tokens\":3,\"output_tokens\":2}}";

  @TempDir private Path folder;

  @Test
  void theAnswerIsStdoutAndNothingElse() throws IOException {
    try (RawServer server = RawServer.answering(events("end_turn"))) {
      Sluice.Ran ran = sluice(server).run("hello", "-s", "Be brief", "--stop", "x");

      assertThat(ran).isEqualTo(new Sluice.Ran(ExitCode.COMPLETED, "Héllo\n", ""));
      assertThat(server.requests()).hasSize(1);
      RawServer.Request request = server.requests().get(0);
      assertThat(request.head())
          .startsWith("POST /v1/messages HTTP/1.1\r\n")
          .contains("\r\nx-api-key: " + KEY + "\r\n", "\r\nanthropic-version: 2023-06-01\r\n")
          .doesNotContainIgnoringCase("authorization");
      assertThat(request.body())
          .isEqualTo(
              "{\"model\":\"claude-haiku-4-5\",\"max_tokens\":4096,\"system\":\"Be brief\","
                  + "\"messages\":[{\"role\":\"user\",\"content\":\"hello\"}],"
                  + "\"stop_sequences\":[\"x\"],\"stream\":true}");
    }
  }

  @Test
  void jsonHasTheShapeItAlwaysHas() throws IOException {
    try (RawServer server = RawServer.answering(events("end_turn"))) {
      JsonObject json = JsonObject.read(sluice(server).run("hello", "--json").out());

      assertThat(json.string("id")).contains("m1");
      assertThat(json.value("choices").orElseThrow().json())
          .hasToString(
              "[{\"index\":0,\"message\":{\"role\":\"assistant\",\"content\":\"Héllo\"},"
                  + "\"finish_reason\":\"stop\",\"stop_reason\":\"end_turn\"}]");
      assertThat(json.value("usage").orElseThrow().json())
          .hasToString(
              "{\"prompt_tokens\":3,\"completion_tokens\":2,\"total_tokens\":5,"
                  + "\"input_tokens\":3,\"output_tokens\":2}");
      assertThat(json.object("sluice").orElseThrow().wholeNumber("chunks")).hasValue(5);
    }
  }

  @Test
  void anAnswerInOnePieceIsReadAlike() throws IOException {
    try (RawServer server = RawServer.answering(ChunkedAnswer.of("200 application/json", WHOLE))) {
      Sluice.Ran ran = sluice(server).run("hello", "--no-stream", "-u");

      assertThat(ran)
          .isEqualTo(
              new Sluice.Ran(
                  ExitCode.COMPLETED,
                  "Hello\n",
                  "usage: prompt 3, completion 2, total 5 tokens\n"));
      assertThat(server.requests().get(0).body()).doesNotContain("stream");
    }
  }

  @Test
  void inspectShowsEachEvent() throws IOException {
    try (RawServer server = RawServer.answering(events("end_turn"))) {
      String out = sluice(server).run("inspect", "hello").out();

      assertThat(out.replaceAll("\\d+\\.\\d ms", "# ms").replaceAll(" +", " "))
          .isEqualTo(
              """
               1 # ms m1 role=assistant - 3+1=4
               2 # ms - "Hé" - -
               3 # ms - "llo" - -
               4 # ms - stop_reason="end_turn" stop 3+2=5
               5 # ms - - - -
              """);
    }
  }

  @ParameterizedTest
  @CsvSource({"max_tokens, length", "refusal, content_filter"})
  void aCutAnswerIsNoticedAndStrictnessMindsIt(String stopReason, String reason)
      throws IOException {
    try (RawServer server = RawServer.answering(events(stopReason))) {
      Sluice.Ran ran = sluice(server).run("hello", "--strict");

      assertThat(ran.code()).isEqualTo(ExitCode.CUT);
      assertThat(ran.err()).contains("(" + reason + ")").hasLineCount(1);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "authentication_error, NOT_AUTHORISED",
    "rate_limit_error, RATE_LIMITED",
    "overloaded_error, FAILED"
  })
  void anErrorInTheStreamIsTold(String type, ExitCode code) throws IOException {
    String error = "{\"type\":\"error\",\"error\":{\"type\":\"" + type + "\",\"message\":\"no\"}}";
    String begun = ANSWER.substring(0, ANSWER.indexOf("data: {\"type\":\"message_delta\""));
    try (RawServer server =
        RawServer.answering(
            ChunkedAnswer.of(
                "200 text/event-stream", begun + "event: error\ndata: " + error + "\n\n"))) {
      Sluice.Ran ran = sluice(server).run("hello");

      assertThat(ran)
          .isEqualTo(new Sluice.Ran(code, "Héllo\n", "sluice: failed after 4 chunks: no\n"));
    }
  }

  @Test
  void anOverloadBeforeTheFirstChunkIsTriedAgain() throws IOException {
    String overloaded =
        "event: error\ndata: {\"type\":\"error\",\"error\":{\"type\":\"overloaded_error\","
            + "\"message\":\"Overloaded\"}}\n\n";
    try (RawServer server =
        RawServer.answering(
            n ->
                n == 0
                    ? ChunkedAnswer.of("200 text/event-stream", overloaded)
                    : events("end_turn"))) {
      Sluice.Ran ran = sluice(server).run("hello");

      assertThat(ran.out()).isEqualTo("Héllo\n");
      assertThat(ran.err()).matches("attempt 2 in \\d+ ms: Overloaded\n");
    }
  }

  @Test
  void aRefusedKeyIsNamedByItsVariableAndShownNowhere() throws IOException {
    String body =
        "{\"type\":\"error\",\"error\":{\"type\":\"authentication_error\","
            + "\"message\":\"invalid x-api-key "
            + KEY
            + "\"}}";
    var refusal = ChunkedAnswer.of("401 application/json\r\nrequest-id: req_7", body);
    try (RawServer server = RawServer.answering(refusal)) {
      Sluice.Ran ran = sluice(server).run("hello", "--json", "--debug");

      assertThat(ran.code()).isEqualTo(ExitCode.NOT_AUTHORISED);
      assertThat(ran.err()).contains("check ANTHROPIC_API_KEY");
      assertThat(ran.out()).contains("\"request_id\":\"req_7\"");
      assertThat(ran.out() + ran.err()).doesNotContain(KEY);
    }
  }

  @ParameterizedTest
  @ValueSource(strings = {"--seed=7", "-n2", "-t1.5", "--param=logprobs=true"})
  void whatAnthropicCannotBeToldIsNotSent(String flag) throws IOException {
    try (RawServer server = RawServer.answering(events("end_turn"))) {
      Sluice.Ran ran = sluice(server).run("hello", flag);

      assertThat(ran.code()).isEqualTo(ExitCode.NOTHING_SENT);
      assertThat(ran.out()).isEmpty();
      assertThat(ran.err()).startsWith("sluice: ").contains("Anthropic").hasLineCount(1);
      assertThat(server.requests()).isEmpty();
    }
  }

  @Test
  void aTranscriptKnowsItsDialectAndAnEventStreamIsRecognised() throws IOException {
    Path file = folder.resolve("answer.jsonl");
    Sluice.Ran asked;
    try (RawServer server = RawServer.answering(events("max_tokens"))) {
      asked = sluice(server).run("hello", "--events", "--sink", "file:path=" + file);
    }
    Path events = Files.writeString(folder.resolve("events.jsonl"), asked.out());
    Path recorded = Files.writeString(folder.resolve("answer.sse"), stream("max_tokens"));

    String length =
        "the answer was cut at its token limit (length); allow more with --max-tokens\n";
    var expected = new Sluice.Ran(ExitCode.COMPLETED, "Héllo\n", length);
    assertThat(asked.out()).contains("\"dialect\":\"anthropic\"").doesNotContain(KEY);
    assertThat(Sluice.command().run("replay", file.toString())).isEqualTo(expected);
    assertThat(Sluice.command().run("replay", events.toString())).isEqualTo(expected);
    assertThat(Sluice.command().run("replay", recorded.toString())).isEqualTo(expected);
    assertThat(Sluice.command().run("replay", "--dialect", "anthropic", recorded.toString()))
        .isEqualTo(expected);
    Sluice.Ran foreign = Sluice.command().run("replay", "--dialect", "openai", recorded.toString());
    assertThat(foreign.code()).isEqualTo(ExitCode.FAILED);
    assertThat(foreign.err()).contains("it looks like Anthropic's Messages (dialect 'anthropic')");
  }

  @Test
  void aTranscriptInADialectNobodyKnowsIsRefused() throws IOException {
    String open = "{\"type\":\"open\",\"version\":1,\"dialect\":\"antropic\"}\n";
    Path file = Files.writeString(folder.resolve("odd.jsonl"), open);

    assertThat(Sluice.command().run("replay", file.toString()))
        .isEqualTo(
            new Sluice.Ran(
                ExitCode.NOTHING_SENT,
                "",
                "sluice: "
                    + file
                    + ": unknown dialect 'antropic'; did you mean 'anthropic'? known: anthropic,"
                    + " bedrock, cohere, gemini, ollama, openai, responses\n"));
  }

  private static Sluice sluice(RawServer server) {
    return Sluice.command()
        .with("SLUICE_DIALECT", "anthropic")
        .with("ANTHROPIC_BASE_URL", server.url())
        .with("ANTHROPIC_API_KEY", KEY)
        .with("OPENAI_API_KEY", "sk-of-somebody-else");
  }

  private static ChunkedAnswer events(String stopReason) {
    byte[] bytes = stream(stopReason).getBytes(StandardCharsets.UTF_8);
    return new ChunkedAnswer("200 text/event-stream; charset=utf-8", List.of(bytes));
  }

  private static String stream(String stopReason) {
    return ANSWER.replace("REASON", stopReason);
  }
}
