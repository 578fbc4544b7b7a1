package io.sluice.cli;

import static io.sluice.cli.SimulatedAnswers.PROMPT;
import static io.sluice.cli.SimulatedAnswers.QUESTION;
import static io.sluice.cli.SimulatedAnswers.WEATHER;
import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Completion;
import io.sluice.simulator.Simulator;
import io.sluice.stream.StreamOptions;
import java.io.IOException;
import java.util.stream.Collectors;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/** Clients of other makers get through {@code sluice serve} what ours gets without it. */
@Tag("thorough")
class ServedClientsTest {
  private static final String BODY =
      "{\"model\":\"sluice-offline\",\"temperature\":0,\"stream\":%s,"
          + "\"messages\":[{\"role\":\"user\",\"content\":\""
          + PROMPT
          + "\"}]}";
  private static final JsonMapper JSON = new JsonMapper();

  private final Simulator simulator = Simulator.start();
  private Serving serving;

  @BeforeEach
  void serve() throws InterruptedException {
    serving =
        Serving.start(
            Sluice.command().with("OPENAI_BASE_URL", simulator.baseUrl().toString()), "-q");
  }

  @AfterEach
  void close() {
    serving.close();
    simulator.close();
  }

  @Test
  void openAisClientForNode() throws IOException, InterruptedException {
    InstalledClients clients = InstalledClients.forNode("served.mjs");

    check(clients.run("node", "served.mjs", base(), PROMPT, QUESTION));
  }

  @ParameterizedTest
  @ValueSource(strings = {"OpenAiJava.java", "LangChain4j.java"})
  void theClientsForJava(String program) throws IOException, InterruptedException {
    InstalledClients clients = InstalledClients.forJava(program);

    check(clients.java(program, base(), PROMPT, QUESTION));
  }

  @ParameterizedTest
  @ValueSource(strings = {"--http1.0", "--http1.1", "--http2"})
  void curl(String version) throws IOException, InterruptedException {
    assumeTrue(InstalledClients.has("curl"), "there is no curl");

    String stream = curl(version, BODY.formatted(true));
    assertThat(stream).endsWith("data: [DONE]");
    assertThat(spoken(stream)).isEqualTo(ours(asked(PROMPT)).text());
    String whole = curl(version, BODY.formatted(false));
    assertThat(JSON.readTree(whole).at("/choices/0/message/content").asString())
        .isEqualTo(ours(asked(PROMPT)).text());
  }

  private void check(InstalledClients.Ran ran) {
    assertThat(ran.code()).as(ran.text()).isZero();
    JsonNode theirs = JSON.readTree(ran.text());
    assertThat(theirs.path("text").asString()).isEqualTo(ours(asked(PROMPT)).text());
    assertThat(theirs.path("whole").asString()).isEqualTo(ours(asked(PROMPT)).text());
    assertThat(theirs.path("calls").toString())
        .isEqualTo(SimulatedAnswers.calls(ours(asked(QUESTION).tool(WEATHER))));
    assertThat(theirs.path("status").asInt()).isEqualTo(400);
  }

  private String curl(String version, String body) throws IOException, InterruptedException {
    InstalledClients.Ran ran =
        InstalledClients.onThisMachine()
            .run(
                "curl",
                "-sSN",
                version,
                base() + "/chat/completions",
                "-H",
                "Content-Type: application/json",
                "-d",
                body);
    assertThat(ran.code()).as(ran.text()).isZero();
    return ran.text();
  }

  /** The text of an event stream, as a client of few lines would read it. */
  private static String spoken(String events) {
    return events
        .lines()
        .filter(line -> line.startsWith("data: {"))
        .map(line -> JSON.readTree(line.substring("data: ".length())))
        .map(chunk -> chunk.at("/choices/0/delta/content").asString(""))
        .collect(Collectors.joining());
  }

  private static Completion ours(ChatRequest.Builder request) {
    try (var answers = new SimulatedAnswers()) {
      return answers.outcome("openai", request.build(), StreamOptions.defaults()).completion();
    }
  }

  private static ChatRequest.Builder asked(String prompt) {
    return ChatRequest.builder("m").temperature(0).user(prompt);
  }

  private String base() {
    return serving.lines().get(1);
  }
}
