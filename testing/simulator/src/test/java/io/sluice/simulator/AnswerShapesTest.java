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
import java.util.Base64;
import java.util.List;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import tools.jackson.databind.JsonNode;

class AnswerShapesTest {
  private static final String SCHEMA =
      "'response_format':{'type':'json_schema','json_schema':{'name':'rivers','strict':true,"
          + "'schema':{'type':'object','properties':{'rivers':{'type':'array','items':{'type':'string'}},"
          + "'color':{'enum':['blue','brown','green']}},'required':['rivers','color'],"
          + "'additionalProperties':false}}}";

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
  void anAnswerHoldsAgainstItsSchema() throws IOException {
    JsonNode answer =
        json(content(choice(simulator, quoting("Name three rivers.", SCHEMA, "'temperature':0"))));

    assertThat(answer.toString())
        .isEqualTo("{\"rivers\":[\"Danube\",\"Nile\",\"Amazon\"],\"color\":\"blue\"}");
  }

  @Test
  void jsonIsStreamedTokenByToken() throws IOException {
    var streamed =
        ask(simulator, quoting("Name three rivers.", SCHEMA, "'seed':1", "'stream':true"));

    assertThat(json(text(streamed, 0)).path("rivers").size()).isEqualTo(3);
    assertThat(chunks(streamed)).hasSizeGreaterThan(20);
    assertThat(content(choice(simulator, quoting("Name three rivers.", SCHEMA, "'seed':1"))))
        .isEqualTo(text(streamed, 0));
  }

  @ParameterizedTest
  @CsvSource(
      delimiter = '|',
      quoteCharacter = '\0',
      value = {
        "Write JSON with the keys name, age and city about a person of age 36. | name,age,city",
        "Answer as json | answer",
      })
  void aJsonObjectHasTheKeysThatAreAskedFor(String prompt, String keys) throws IOException {
    JsonNode answer =
        json(
            content(
                choice(simulator, quoting(prompt, "'response_format':{'type':'json_object'}"))));

    assertThat(answer.propertyNames()).containsExactly(keys.split(","));
  }

  @Test
  void textIsAFormatToo() throws IOException {
    assertThat(
            content(
                choice(
                    simulator,
                    quoting(
                        "Name three rivers.",
                        "'temperature':0",
                        "'response_format':{'type':'text'}"))))
        .isEqualTo("Three rivers are the Danube, the Nile and the Mekong.");
  }

  @ParameterizedTest
  @CsvSource({
    "'''reasoning_effort'':''low''', true",
    "'''reasoning_effort'':''high''', true",
    "'''reasoning_effort'':''minimal''', false",
    "'''reasoning_effort'':''none''', false",
    "'''model'':''sluice-offline-reasoning''', true"
  })
  void reasoningComesBeforeTheTextAndIsCounted(String field, boolean thinks) throws IOException {
    String body =
        quoting(
            "Name three rivers.",
            "'temperature':0",
            "'stream':true",
            "'stream_options':{'include_usage':true}",
            field);
    List<JsonNode> chunks = chunks(ask(simulator, body));
    int thoughts = 0;
    int texts = 0;
    for (JsonNode chunk : chunks) {
      JsonNode delta = chunk.path("choices").path(0).path("delta");
      if (delta.has("reasoning_content")) {
        thoughts++;
        assertThat(texts).as("no text yet").isZero();
      } else if (!delta.path("content").asString("").isEmpty()) {
        texts++;
      }
    }
    JsonNode usage = chunks.get(chunks.size() - 1).path("usage");

    assertThat(thoughts > 0).isEqualTo(thinks);
    assertThat(usage.path("completion_tokens_details").path("reasoning_tokens").asInt(-1))
        .isEqualTo(thoughts);
    assertThat(usage.path("completion_tokens").asInt()).isEqualTo(thoughts + texts);
    JsonNode message =
        choice(
                simulator,
                body.replace(",\"stream\":true,\"stream_options\":{\"include_usage\":true}", ""))
            .path("message");
    assertThat(message.path("content").asString()).startsWith("Three rivers");
    assertThat(message.path("reasoning_content").asString("").isEmpty()).isEqualTo(!thinks);
  }

  @Test
  void theBoundOnTokensHoldsForReasoningAndTextTogether() throws IOException {
    var answer =
        json(
            ask(
                    simulator,
                    quoting("Hello", "'reasoning_effort':'high'", "'max_completion_tokens':9"))
                .body());

    assertThat(answer.path("choices").path(0).path("finish_reason").asString()).isEqualTo("length");
    assertThat(answer.path("choices").path(0).path("message").path("content").asString()).isEmpty();
    assertThat(answer.path("usage").path("completion_tokens").asInt()).isEqualTo(9);
  }

  @Test
  void penaltiesKeepAnAnswerFromRepeatingItself() throws IOException {
    String plain = content(choice(simulator, quoting("Count from 1 to 20", "'temperature':0")));
    String penalized =
        content(
            choice(
                simulator,
                quoting("Count from 1 to 20", "'temperature':0", "'frequency_penalty':2")));

    assertThat(plain).endsWith("20.");
    assertThat(penalized).isNotEqualTo(plain);
  }

  @Test
  void aPictureIsMeasured() throws IOException {
    byte[] png = new byte[24];
    System.arraycopy(new byte[] {(byte) 0x89, 'P', 'N', 'G'}, 0, png, 0, 4);
    png[18] = 2;
    png[19] = (byte) 0x80;
    png[22] = 1;
    png[23] = (byte) 0xe0;
    String url = "data:image/png;base64," + Base64.getEncoder().encodeToString(png);
    String body =
        "{'model':'m','messages':[{'role':'user','content':[{'type':'text','text':'What is this?'},"
            + "{'type':'image_url','image_url':{'url':'"
            + url
            + "'}}]}]}";

    assertThat(content(choice(simulator, body.replace('\'', '"'))))
        .startsWith("I was given a picture of 640 by 480.\n\n");
  }

  @Test
  void jsonHasProbabilitiesOfItsOwn() throws IOException {
    JsonNode choice =
        choice(
            simulator,
            quoting(
                "Name three rivers.", SCHEMA, "'logprobs':true,'top_logprobs':5,'temperature':1"));
    JsonNode tokens = choice.path("logprobs").path("content");

    assertThat(tokens.path(0).path("token").asString()).isEqualTo("{");
    assertThat(tokens.path(0).path("logprob").asDouble()).isZero();
    assertThat(tokens)
        .filteredOn(
            token -> List.of("blue", "brown", "green").contains(token.path("token").asString()))
        .singleElement()
        .satisfies(color -> assertThat(color.path("top_logprobs").size()).isEqualTo(3));
  }
}
