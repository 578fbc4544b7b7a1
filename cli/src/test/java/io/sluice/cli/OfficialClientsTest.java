package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;
import static org.junit.jupiter.api.Assumptions.assumeTrue;

import io.sluice.chat.ChatRequest;
import io.sluice.chat.Completion;
import io.sluice.chat.Json;
import io.sluice.chat.Tool;
import io.sluice.chat.Usage;
import io.sluice.simulator.Simulator;
import io.sluice.stream.StreamOptions;
import java.io.IOException;
import java.io.InputStream;
import java.nio.file.Files;
import java.nio.file.Path;
import java.nio.file.StandardCopyOption;
import java.util.Objects;
import java.util.concurrent.TimeUnit;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Tag;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;
import tools.jackson.databind.JsonNode;
import tools.jackson.databind.json.JsonMapper;

/**
 * The official clients of the APIs for Node, in the versions that package.json names, read the
 * simulator's streams as our dialects do. They are installed into the build folder, and kept there.
 */
@Tag("thorough")
class OfficialClientsTest {
  private static final Path FOLDER = Path.of("target", "official-clients");
  private static final int SECONDS_TO_INSTALL = 40;
  private static final int SECONDS_TO_STREAM = 20;
  private static final String PROMPT = "Write a haiku about coding.";
  private static final String QUESTION = "What is the weather in Paris and Tokyo?";
  private static final JsonMapper JSON = new JsonMapper();

  private static final Tool WEATHER =
      new Tool(
          "get_weather",
          "Tells the weather of a city",
          Json.verbatim(
              "{\"type\":\"object\",\"properties\":{\"city\":{\"type\":\"string\"}},"
                  + "\"required\":[\"city\"]}"));

  private static Simulator simulator;
  private static SimulatedAnswers answers;

  @BeforeAll
  static void install() throws IOException, InterruptedException {
    Files.createDirectories(FOLDER);
    assumeTrue(runs("node", "--version") && runs("npm", "--version"), "there is no node or npm");
    copy("package.json");
    copy("stream.mjs");
    Ran installed =
        run(
            SECONDS_TO_INSTALL,
            "npm",
            "install",
            "--ignore-scripts",
            "--prefer-offline",
            "--no-audit",
            "--no-fund",
            "--loglevel=error");
    assumeTrue(installed.code() == 0, () -> "npm cannot install the clients: " + installed.text());
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

    Ran ran = run(SECONDS_TO_STREAM, "node", "stream.mjs", api, host, PROMPT, QUESTION);

    assertThat(ran.code()).as(ran.text()).isZero();
    JsonNode theirs = JSON.readTree(ran.text());
    assertThat(theirs.path("text").asString()).isEqualTo(said.text());
    assertThat(theirs.path("whole").asString()).isEqualTo(said.text());
    assertThat(theirs.path("tokens").asLong())
        .isEqualTo(said.usage().map(Usage::completionTokens).orElseThrow());
    assertThat(theirs.path("calls").valueStream().map(JsonNode::toString).toList())
        .isEqualTo(
            called.toolCalls().stream()
                .map(call -> "[\"" + call.name() + "\"," + call.arguments() + "]")
                .toList())
        .hasSize(2);
  }

  private static Completion ours(String api, ChatRequest request) {
    return answers.outcome(api, request, StreamOptions.defaults()).completion();
  }

  private static void copy(String name) throws IOException {
    try (InputStream in = OfficialClientsTest.class.getResourceAsStream("clients/" + name)) {
      Files.copy(
          Objects.requireNonNull(in, name),
          FOLDER.resolve(name),
          StandardCopyOption.REPLACE_EXISTING);
    }
  }

  private static boolean runs(String... command) throws InterruptedException {
    try {
      return run(SECONDS_TO_STREAM, command).code() == 0;
    } catch (IOException missing) {
      return false;
    }
  }

  private record Ran(int code, String text) {}

  /**
   * Runs a program in the folder; one that takes longer than that ends with another code than 0.
   */
  private static Ran run(int seconds, String... command) throws IOException, InterruptedException {
    Path output = Files.createTempFile(FOLDER, "run", ".txt");
    Process process =
        new ProcessBuilder(command)
            .directory(FOLDER.toFile())
            .redirectErrorStream(true)
            .redirectOutput(output.toFile())
            .start();
    try {
      boolean ended = process.waitFor(seconds, TimeUnit.SECONDS);
      String text = Files.readString(output).strip();
      return new Ran(ended ? process.exitValue() : 1, text);
    } finally {
      process.destroyForcibly();
      Files.delete(output);
    }
  }
}
