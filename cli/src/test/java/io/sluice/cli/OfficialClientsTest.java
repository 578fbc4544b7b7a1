package io.sluice.cli;

import static io.sluice.cli.SimulatedAnswers.PROMPT;
import static io.sluice.cli.SimulatedAnswers.QUESTION;
import static io.sluice.cli.SimulatedAnswers.WEATHER;
import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Completion;
import io.sluice.chat.Usage;
import io.sluice.simulator.Simulator;
import io.sluice.stream.StreamOptions;
import java.io.IOException;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The official clients of the APIs for Node, in the versions that package.json names, read the
 * simulator's streams as our dialects do.
 */
@Tag("thorough")
class OfficialClientsTest {
  private static final JsonMapper JSON = new JsonMapper();

  private static InstalledClients clients;
  private static Simulator simulator;
  private static SimulatedAnswers answers;

  @BeforeAll
  static void install() throws IOException, InterruptedException {
    clients = InstalledClients.forNode("stream.mjs");
    simulator = Simulator.start();
    answers = new SimulatedAnswers();
  }

  @AfterAll
  static void stop() {
    if (simulator != null) {
      simulator.close();
      answers.close();
    }
  }

  @ParameterizedTest
  @FieldSource("io.sluice.cli.SimulatedAnswers#OTHERS")
  void theOfficialClientReadsWhatOurDialectReads(String api)
      throws IOException, InterruptedException {
    Completion said = ours(api, ChatRequest.builder("m").temperature(0).user(PROMPT).build());
    Completion called =
        ours(api, ChatRequest.builder("m").temperature(0).user(QUESTION).tool(WEATHER).build());
    String host = "http://127.0.0.1:" + simulator.port();

    InstalledClients.Ran ran = clients.run("node", "stream.mjs", api, host, PROMPT, QUESTION);

    assertThat(ran.code()).as(ran.text()).isZero();
    JsonNode theirs = JSON.readTree(ran.text());
    assertThat(theirs.path("text").asString()).isEqualTo(said.text());
    assertThat(theirs.path("whole").asString()).isEqualTo(said.text());
    assertThat(theirs.path("tokens").asLong())
        .isEqualTo(said.usage().map(Usage::completionTokens).orElseThrow());
    assertThat(theirs.path("calls").toString()).isEqualTo(SimulatedAnswers.calls(called));
    assertThat(called.toolCalls()).hasSize(2);
  }

  private static Completion ours(String api, ChatRequest request) {
    return answers.outcome(api, request, StreamOptions.defaults()).completion();
  }
}
