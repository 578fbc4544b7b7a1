package io.sluice.cli;

import static io.sluice.cli.SimulatedAnswers.WEATHER;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Completion;
import io.sluice.chat.Json;
import io.sluice.chat.Message;
import io.sluice.chat.Usage;
import io.sluice.stream.Outcome;
import io.sluice.stream.Status;
import io.sluice.stream.StreamOptions;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.UnaryOperator;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.FieldSource;
import org.junit.jupiter.params.provider.MethodSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The offline model says the same in every API that the simulator speaks. */
class SimulatedDialectsTest {
  private static final Json PERSON =
      Json.verbatim(
          "{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"person\",\"schema\":{"
              + "\"type\":\"object\",\"properties\":{\"name\":{\"type\":\"string\"},"
              + "\"age\":{\"type\":\"integer\"}},\"required\":[\"name\",\"age\"]}}}");

  /** What asks for reasoning, and for its text, in each API. */
  private static final Map<String, Map<String, String>> REASONING =
      Map.of(
          "openai", Map.of("reasoning_effort", "\"low\""),
          "responses", Map.of("reasoning", "{\"effort\":\"low\",\"summary\":\"auto\"}"),
          "anthropic", Map.of("thinking", "{\"type\":\"enabled\",\"budget_tokens\":1024}"),
          "gemini", Map.of("reasoning_effort", "\"low\""),
          "ollama", Map.of("reasoning_effort", "\"low\""));

  private static SimulatedAnswers answers;

  @BeforeAll
  static void start() {
    answers = new SimulatedAnswers();
  }

  @AfterAll
  static void stop() {
    answers.close();
  }

  static Stream<Arguments> requests() {
    return SimulatedAnswers.OTHERS.stream()
        .flatMap(
            dialect ->
                Stream.of(
                        asked("Write a haiku about coding.", it -> it),
                        asked(
                            "And then?", it -> it.messages(List.of(Message.user("Name a river.")))),
                        asked("Tell me a story.", it -> it.maxTokens(17)),
                        asked("What is the weather in Paris and Tokyo?", it -> it.tool(WEATHER)),
                        asked("Ada is 36.", it -> it.with("response_format", PERSON)),
                        asked("And then?", it -> it.messages(talk())),
                        asked("What is \"this\"? Ünïcode ☕ and\nlines", it -> it))
                    .map(request -> Arguments.of(dialect, request)));
  }

  private static ChatRequest asked(String prompt, UnaryOperator<ChatRequest.Builder> more) {
    return more.apply(ChatRequest.builder("sluice-offline").temperature(0).user(prompt)).build();
  }

  private static List<Message> talk() {
    return List.of(
        Message.system("Be kind."),
        Message.user("Name a river."),
        Message.assistant("The Danube."),
        Message.user("And a mountain?"));
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("requests")
  void aStreamSaysTheSame(String dialect, ChatRequest request) {
    assertSame(dialect, request, StreamOptions.defaults());
  }

  @ParameterizedTest(name = "{0}: {1}")
  @MethodSource("requests")
  void anAnswerInOnePieceSaysTheSame(String dialect, ChatRequest request) {
    assertSame(dialect, request, StreamOptions.defaults().whole());
  }

  private static void assertSame(String dialect, ChatRequest request, StreamOptions options) {
    Outcome usual = answers.outcome("openai", request, options);
    Outcome other = answers.outcome(dialect, request, options);

    assertThat(other.status()).as(other.toString()).isEqualTo(Status.COMPLETED);
    assertThat(said(other)).isEqualTo(said(usual));
    assertThat(other.irregularities()).isEmpty();
  }

  /** All that is said, without what the server makes up for each answer. */
  private static List<Object> said(Outcome outcome) {
    Completion answer = outcome.completion();
    List<Object> said = new ArrayList<>();
    said.add(answer.text());
    said.add(answer.finishReason());
    answer.toolCalls().forEach(call -> said.addAll(List.of(call.name(), call.arguments())));
    said.add(answer.choice(0).flatMap(choice -> choice.message().reasoning()));
    Optional<Usage> usage = answer.usage();
    said.add(usage.map(Usage::promptTokens));
    said.add(usage.map(Usage::completionTokens));
    return said;
  }

  @ParameterizedTest
  @FieldSource("io.sluice.cli.SimulatedAnswers#OTHERS")
  void reasoningIsTheSame(String dialect) {
    for (StreamOptions form : forms()) {
      Outcome usual = answers.outcome("openai", thinking("openai"), form);
      Outcome other = answers.outcome(dialect, thinking(dialect), form);

      assertThat(usual.completion().choice(0).orElseThrow().message().reasoning()).isPresent();
      assertThat(said(other)).isEqualTo(said(usual));
    }
  }

  private static List<StreamOptions> forms() {
    return List.of(StreamOptions.defaults(), StreamOptions.defaults().whole());
  }

  private static ChatRequest thinking(String dialect) {
    ChatRequest request = asked("Why is the sky blue?", it -> it);
    for (Map.Entry<String, String> field : REASONING.getOrDefault(dialect, Map.of()).entrySet()) {
      request = request.with(field.getKey(), Json.verbatim(field.getValue()));
    }
    return request;
  }

  @ParameterizedTest
  @FieldSource("io.sluice.cli.SimulatedAnswers#OTHERS")
  void anAnswerWithCallsCanBeSentBackWithTheirResults(String dialect) {
    ChatRequest asking = asked("What is the weather in Paris and Tokyo?", it -> it.tool(WEATHER));
    Outcome usual = reported("openai", asking);

    Outcome other = reported(dialect, asking);

    assertThat(other.completion().text()).contains("18 degrees").contains("rain");
    assertThat(said(other)).isEqualTo(said(usual));
  }

  private static Outcome reported(String dialect, ChatRequest asking) {
    Completion called = answers.outcome(dialect, asking, StreamOptions.defaults()).completion();
    List<Message> talk = new ArrayList<>(asking.messages());
    talk.add(Message.of(called));
    talk.add(Message.tool(called.toolCalls().get(0).id(), "18 degrees"));
    talk.add(Message.tool(called.toolCalls().get(1).id(), "{\"sky\":\"rain\"}"));
    ChatRequest reporting = asking.toBuilder().messages(talk).build();
    return answers.outcome(dialect, reporting, StreamOptions.defaults());
  }

  @ParameterizedTest
  @FieldSource("io.sluice.cli.SimulatedAnswers#OTHERS")
  void aPictureIsDescribed(String dialect) {
    Json content =
        Json.verbatim(
            "[{\"type\":\"text\",\"text\":\"What is this?\"},{\"type\":\"image_url\","
                + "\"image_url\":{\"url\":\"data:image/png;base64,iVBORw0KGgo=\"}}]");
    ChatRequest request =
        ChatRequest.builder("m")
            .temperature(0)
            .message(Message.user("").toBuilder().withoutContent().with("content", content).build())
            .build();

    Outcome other = answers.outcome(dialect, request, StreamOptions.defaults());

    assertThat(other.completion().text()).startsWith("I was given a picture of 8 bytes.");
  }

  @ParameterizedTest
  @ValueSource(strings = {"gemini", "ollama"})
  void oneSeedGivesOneAnswerWhereARequestCanNameIt(String dialect) {
    ChatRequest request = ChatRequest.builder("m").user("Tell me a story.").seed(7).build();

    Outcome other = answers.outcome(dialect, request, StreamOptions.defaults());

    Outcome usual = answers.outcome("openai", request, StreamOptions.defaults());
    assertThat(said(other)).isEqualTo(said(usual));
  }

  @ParameterizedTest
  @FieldSource("io.sluice.cli.SimulatedAnswers#OTHERS")
  void theModelIsListed(String dialect) {
    assertThat(answers.models(dialect)).contains("sluice-offline");
  }
}
