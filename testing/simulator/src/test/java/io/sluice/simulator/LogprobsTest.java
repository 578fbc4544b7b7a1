package io.sluice.simulator;

import static io.sluice.simulator.Asking.ask;
import static io.sluice.simulator.Asking.choice;
import static io.sluice.simulator.Asking.chunks;
import static io.sluice.simulator.Asking.content;
import static io.sluice.simulator.Asking.json;
import static io.sluice.simulator.Asking.quoting;
import static io.sluice.simulator.Asking.text;
import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.HashMap;
import java.util.Map;
import org.assertj.core.data.Offset;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;

/** The probabilities of the tokens of an answer. */
class LogprobsTest {
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
  void theTokensOfLogprobsAreTheText() throws IOException {
    var streamed =
        ask(
            simulator,
            quoting(
                "Tell me a joke.",
                "'logprobs':true",
                "'top_logprobs':3",
                "'stream':true",
                "'seed':2"));
    var told = new StringBuilder();
    for (JsonNode chunk : chunks(streamed)) {
      JsonNode choice = chunk.path("choices").path(0);
      String here = "";
      for (JsonNode token : choice.path("logprobs").path("content")) {
        here += token.path("token").asString();
        checkToken(token, 3);
      }
      assertThat(here).isEqualTo(choice.path("delta").path("content").asString(""));
      told.append(here);
    }

    assertThat(told.toString()).isEqualTo(text(streamed, 0)).isNotEmpty();
  }

  @Test
  void withoutAlternativesTheListsAreEmptyAndWithoutLogprobsThereIsNull() throws IOException {
    JsonNode scored = choice(simulator, quoting("Say hello", "'logprobs':true"));
    JsonNode plain = choice(simulator, quoting("Say hello"));

    assertThat(scored.path("logprobs").path("content"))
        .isNotEmpty()
        .allSatisfy(token -> assertThat(token.path("top_logprobs").isEmpty()).isTrue());
    assertThat(plain.path("logprobs").isNull()).isTrue();
  }

  @ParameterizedTest
  @ValueSource(doubles = {0.5, 1, 1.7})
  void aProbabilityIsHowOftenATokenIsChosen(double temperature) throws IOException {
    Map<String, Integer> chosen = new HashMap<>();
    Map<String, Double> told = new HashMap<>();
    int times = 640;
    for (int i = 0; i < times / 128; i++) {
      String body =
          quoting(
              "Write a haiku about the sea.",
              "'n':128,'max_tokens':1,'logprobs':true,'top_logprobs':20,'seed':" + i * 1000,
              "'temperature':" + temperature);
      for (JsonNode choice : json(ask(simulator, body).body()).path("choices")) {
        JsonNode token = choice.path("logprobs").path("content").path(0);
        chosen.merge(token.path("token").asString(), 1, Integer::sum);
        for (JsonNode other : token.path("top_logprobs")) {
          told.put(other.path("token").asString(), Math.exp(other.path("logprob").asDouble()));
        }
      }
    }

    told.forEach(
        (token, chance) ->
            assertThat(chosen.getOrDefault(token, 0) / (double) times)
                .as(token)
                .isCloseTo(chance, Offset.offset(0.09)));
  }

  @Test
  void aStopTextInsideATokenCutsTheTokenToo() throws IOException {
    JsonNode choice =
        choice(
            simulator,
            quoting("Say this is a test", "'stop':'est'", "'logprobs':true", "'temperature':0"));
    var told = new StringBuilder();
    choice
        .path("logprobs")
        .path("content")
        .forEach(token -> told.append(token.path("token").asString()));

    assertThat(content(choice)).isEqualTo("this is a t").isEqualTo(told.toString());
  }

  private static void checkToken(JsonNode token, int most) {
    byte[] bytes = token.path("token").asString().getBytes(StandardCharsets.UTF_8);
    assertThat(token.path("bytes").size()).isEqualTo(bytes.length);
    assertThat(token.path("logprob").asDouble()).isLessThanOrEqualTo(0);
    JsonNode top = token.path("top_logprobs");
    assertThat(top.size()).isBetween(1, most);
    double sum = 0;
    double before = 0;
    for (JsonNode other : top) {
      assertThat(other.path("logprob").asDouble()).isLessThanOrEqualTo(before);
      before = other.path("logprob").asDouble();
      sum += Math.exp(before);
    }
    assertThat(sum).isLessThanOrEqualTo(1.000001);
  }
}
