package io.sluice.simulator;

import static io.sluice.simulator.Asking.ask;
import static io.sluice.simulator.Asking.body;
import static io.sluice.simulator.Asking.chunks;
import static io.sluice.simulator.Asking.json;
import static io.sluice.simulator.Asking.stream;
import static io.sluice.simulator.Asking.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class ChatCompletionsTest {
  private static Simulator simulator;

  @BeforeAll
  static void start() {
    simulator = Simulator.start();
  }

  @AfterAll
  static void stop() {
    simulator.close();
  }

  @Test
  void aStreamIsARoleThenContentThenAFinishThenDone() throws IOException {
    var answer = ask(simulator, stream());

    assertThat(answer.head()).contains("HTTP/1.1 200 OK", "Content-Type: text/event-stream");
    assertThat(answer.end()).isEqualTo(RawClient.End.COMPLETE);
    assertThat(answer.events()).last().isEqualTo("[DONE]");
    List<JsonNode> chunks = chunks(answer);
    JsonNode first = chunks.get(0).path("choices").path(0);
    assertThat(first.path("delta").path("role").asString()).isEqualTo("assistant");
    assertThat(first.path("delta").path("content").asString()).isEmpty();
    JsonNode last = chunks.get(chunks.size() - 1).path("choices").path(0);
    assertThat(last.path("delta").isEmpty()).isTrue();
    assertThat(last.path("finish_reason").asString()).isEqualTo("stop");
    assertThat(text(answer, 0).lines()).hasSize(3);
    assertThat(chunks).allSatisfy(chunk -> assertThat(chunk.has("usage")).isFalse());
    assertThat(chunks.stream().map(chunk -> chunk.path("id").asString()).distinct()).hasSize(1);
  }

  @Test
  void anEventIsAWriteOfItsOwn() throws IOException {
    var answer = ask(simulator, stream());

    assertThat(answer.pieces()).hasSameSizeAs(answer.events());
  }

  @Test
  void usageComesLastAndNullBeforeWhenAskedFor() throws IOException {
    var answer = ask(simulator, stream("\"stream_options\":{\"include_usage\":true}"));

    List<JsonNode> chunks = chunks(answer);
    JsonNode last = chunks.get(chunks.size() - 1);
    assertThat(last.path("choices").isEmpty()).isTrue();
    JsonNode usage = last.path("usage");
    // A role, a finish and the usage are chunks, too.
    assertThat(usage.path("completion_tokens").asInt()).isEqualTo(chunks.size() - 3);
    assertThat(usage.path("prompt_tokens").asInt()).isEqualTo(6);
    assertThat(usage.path("total_tokens").asInt())
        .isEqualTo(6 + usage.path("completion_tokens").asInt());
    assertThat(chunks.subList(0, chunks.size() - 1))
        .allSatisfy(chunk -> assertThat(chunk.path("usage").isNull()).isTrue());
  }

  @Test
  void aWholeAnswerIsOneCompletion() throws IOException {
    var answer = ask(simulator, body("Write a haiku about coding.", "\"seed\":3"));
    var streamed = ask(simulator, stream("\"seed\":3"));

    assertThat(answer.head()).contains("Content-Type: application/json");
    JsonNode completion = json(answer.body());
    assertThat(completion.path("object").asString()).isEqualTo("chat.completion");
    JsonNode choice = completion.path("choices").path(0);
    assertThat(choice.path("message").path("content").asString()).isEqualTo(text(streamed, 0));
    assertThat(choice.path("finish_reason").asString()).isEqualTo("stop");
    assertThat(completion.path("usage").path("total_tokens").asInt())
        .isEqualTo(
            completion.path("usage").path("prompt_tokens").asInt()
                + completion.path("usage").path("completion_tokens").asInt());
  }

  @Test
  void temperatureZeroAlwaysSaysTheSame() throws IOException {
    Set<String> answers = new HashSet<>();
    for (int i = 0; i < 3; i++) {
      answers.add(text(ask(simulator, stream("\"temperature\":0")), 0));
    }
    assertThat(answers).hasSize(1);
  }

  @Test
  void aSeedSaysTheSameAgainAndNoSeedDoesNot() throws IOException {
    Set<String> seeded = new HashSet<>();
    Set<String> free = new HashSet<>();
    for (int i = 0; i < 12; i++) {
      seeded.add(text(ask(simulator, stream("\"seed\":7")), 0));
      free.add(text(ask(simulator, stream()), 0));
    }
    assertThat(seeded).hasSize(1);
    assertThat(free).hasSizeGreaterThan(1);
  }

  @Test
  void nGivesThatManyChoicesEachWithItsFinish() throws IOException {
    var answer = ask(simulator, stream("\"n\":3", "\"seed\":1"));

    long finishes =
        chunks(answer).stream()
            .filter(chunk -> chunk.path("choices").path(0).path("finish_reason").isString())
            .count();
    assertThat(finishes).isEqualTo(3);
    assertThat(Set.of(text(answer, 0), text(answer, 1), text(answer, 2)))
        .as("choices differ")
        .hasSize(3);
  }

  @ParameterizedTest
  @CsvSource({"max_tokens", "max_completion_tokens"})
  void theBoundOnTokensIsKeptAndNamed(String field) throws IOException {
    JsonNode completion =
        json(ask(simulator, body("Tell me a story.", "\"" + field + "\":5")).body());

    assertThat(completion.path("usage").path("completion_tokens").asInt()).isEqualTo(5);
    assertThat(completion.path("choices").path(0).path("finish_reason").asString())
        .isEqualTo("length");
  }

  @Test
  void aStopTextEndsTheAnswerAndIsNotInIt() throws IOException {
    String prompt = "Count from 1 to 10";
    JsonNode completion =
        json(ask(simulator, body(prompt, "\"temperature\":0", "\"stop\":[\"x\",\" 4, \"]")).body());

    assertThat(completion.path("choices").path(0).path("message").path("content").asString())
        .isEqualTo("1, 2, 3,");
    assertThat(completion.path("choices").path(0).path("finish_reason").asString())
        .isEqualTo("stop");
  }

  @Test
  void theLastUserMessageIsAnswered() throws IOException {
    String messages =
        """
        {"model":"m","temperature":0,"messages":[
          {"role":"system","content":"Be brief."},
          {"role":"user","content":"Tell me a story."},
          {"role":"assistant","content":"No."},
          {"role":"user","content":[{"type":"text","text":"Count from 1 to 5"}]}]}""";
    JsonNode completion = json(ask(simulator, messages).body());

    assertThat(completion.path("choices").path(0).path("message").path("content").asString())
        .isEqualTo("1, 2, 3, 4, 5.");
    assertThat(completion.path("usage").path("prompt_tokens").asInt()).isEqualTo(3 + 5 + 2 + 5);
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '`',
      value = {
        "{\"model\":\"m\"}                                     | messages",
        "{\"model\":\"m\",\"messages\":[]}                     | messages",
        "{\"messages\":[{\"role\":\"user\",\"content\":\"\"}]} | model",
        "{\"model\":\"m\",\"messages\":[{\"content\":\"a\"}]}  | messages[0].role",
        "{\"model\":\"m\",\"messages\":[7]}                    | messages[0]",
        "{\"model\":\"m\",\"messages\":[{\"role\":\"user\"}],\"temperature\":3}   | temperature",
        "{\"model\":\"m\",\"messages\":[{\"role\":\"user\"}],\"top_p\":\"a\"}     | top_p",
        "{\"model\":\"m\",\"messages\":[{\"role\":\"user\"}],\"max_tokens\":0}    | max_tokens",
        "{\"model\":\"m\",\"messages\":[{\"role\":\"user\"}],\"n\":1.5}           | n",
        "{\"model\":\"m\",\"messages\":[{\"role\":\"user\"}],\"stop\":[1]}        | stop",
        "{\"model\":\"m\",\"messages\":[{\"role\":\"user\"}],\"stream\":\"yes\"}  | stream",
        "{\"model\":\"m\",\"messages\":[{\"role\":\"user\"}],\"stream_options\":1} | stream_options",
      })
  void aWrongFieldIsNamed(String body, String param) throws IOException {
    var answer = ask(simulator, body);

    assertThat(answer.status()).isEqualTo(400);
    JsonNode error = json(answer.body()).path("error");
    assertThat(error.path("param").asString()).isEqualTo(param);
    assertThat(error.path("message").asString()).contains("'" + param + "'");
    assertThat(error.path("type").asString()).isEqualTo("invalid_request_error");
  }

  @ParameterizedTest
  @CsvSource({
    "'{\"model\":', line 1",
    "'[]', a JSON object",
    "'{} {}', one object",
    "'', a JSON object"
  })
  void aBodyThatIsNoJsonObjectIsRefused(String body, String says) throws IOException {
    var answer = ask(simulator, body);

    assertThat(answer.status()).isEqualTo(400);
    assertThat(json(answer.body()).path("error").path("message").asString()).contains(says);
  }
}
