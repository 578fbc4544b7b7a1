package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.cli.command.ExitCode;
import io.sluice.json.JsonWriter;
import io.sluice.simulator.Simulator;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.io.TempDir;

class SchemaTest {
  private static final String SCHEMA =
      "{\"type\":\"object\",\"properties\":{\"age\":{\"type\":\"integer\"}},\"required\":[\"age\"],"
          + "\"additionalProperties\":false}";

  @TempDir Path folder;
  private Path schema;

  @BeforeEach
  void write() throws IOException {
    schema = Files.writeString(folder.resolve("person.json"), SCHEMA);
  }

  @Test
  void anAnswerThatFitsIsPrintedAsItIs() {
    assertThat(asked("{\"age\": 7}", "--schema", schema.toString(), "hi"))
        .isEqualTo(new Sluice.Ran(ExitCode.COMPLETED, "{\"age\": 7}\n", ""));
  }

  @Test
  void anAnswerThatDoesNotFitHasAnExitCodeAndALineThatSaysWhere() {
    assertThat(asked("{\"age\": \"7\"}", "-q", "--schema", schema.toString(), "hi"))
        .isEqualTo(
            new Sluice.Ran(
                ExitCode.CUT,
                "{\"age\": \"7\"}\n",
                "sluice: the answer does not fit the schema: /age is \"7\"; it must be an"
                    + " integer\n"));
    assertThat(asked("Seven.", "--json", "--schema", schema.toString(), "hi").err())
        .isEqualTo("sluice: the answer does not fit the schema: it is no JSON: malformed JSON\n");
  }

  @Test
  void ofAnExtractedBlockTheBlockIsChecked() {
    assertThat(asked("So:\n```json\n{\"age\":7}\n```\n", "-x", "--schema", schema.toString(), "hi"))
        .isEqualTo(new Sluice.Ran(ExitCode.COMPLETED, "{\"age\":7}\n", ""));
  }

  @Test
  void theSchemaIsSentAsOpenAiWantsIt() {
    List<String> bodies = new CopyOnWriteArrayList<>();
    try (Simulator server =
        Simulator.builder().onRequest(request -> bodies.add(request.body())).start()) {
      Sluice.command()
          .with("OPENAI_BASE_URL", server.baseUrl().toString())
          .run("--schema", schema.toString(), "hi");
    }
    assertThat(bodies)
        .singleElement()
        .asString()
        .contains(
            "\"response_format\":{\"type\":\"json_schema\",\"json_schema\":{\"name\":\"answer\","
                + "\"strict\":true,\"schema\":"
                + SCHEMA
                + "}}");
  }

  @Test
  void theSchemaIsSentAsAnthropicWantsIt() throws IOException {
    try (RawServer server =
        RawServer.answering(new ChunkedAnswer("400 application/json", List.of()))) {
      Sluice.command()
          .with("ANTHROPIC_BASE_URL", server.url())
          .with("ANTHROPIC_API_KEY", "sk-1")
          .run("--dialect", "anthropic", "--retries", "0", "--schema", schema.toString(), "hi");

      assertThat(server.requests())
          .singleElement()
          .extracting(RawServer.Request::body)
          .asString()
          .contains(
              "\"output_config\":{\"format\":{\"type\":\"json_schema\",\"schema\":"
                  + SCHEMA
                  + "}}");
    }
  }

  @Test
  void keywordsThatAreNotCheckedAreANotice() throws IOException {
    Files.writeString(schema, "{\"if\":{}}");

    assertThat(asked("7", "--schema", schema.toString(), "hi").err())
        .isEqualTo("not checked of the schema: /if\n");
  }

  @Test
  void aBrokenSchemaIsRefusedBeforeAnythingIsSent() throws IOException {
    Files.writeString(schema, "{\"type\":\"int\"}");

    refused(
        schema
            + ": /type names no type; known: array, boolean, integer, null, number, object, string",
        "--schema",
        schema.toString());
    refused(folder + " is a folder; name a file", "--schema", folder.toString());
    refused(folder + "/x does not exist; check the path", "--schema", folder + "/x");
    Files.write(schema, new byte[] {(byte) 0xff});
    refused(schema + " cannot be read as UTF-8; save it as that", "--schema", schema.toString());
    Files.writeString(schema, SCHEMA);
    refused(
        "--schema and --param response_format say the same; leave one of them",
        "--schema",
        schema.toString(),
        "--param",
        "response_format={}");
  }

  @Test
  void theSchemaMayBeReadFromStdinWhichIsThenNotThePrompt() {
    List<String> bodies = new CopyOnWriteArrayList<>();
    try (Simulator server =
        Simulator.builder().onRequest(request -> bodies.add(request.body())).start()) {
      for (String[] call :
          new String[][] {
            {"-q", "--schema", "-", "hi"}, {"inspect", "-q", "--schema=-", "hi"},
          }) {
        Sluice.command()
            .with("OPENAI_BASE_URL", server.baseUrl().toString())
            .reading("\uFEFF" + SCHEMA)
            .run(call);
      }
    }
    assertThat(bodies)
        .hasSize(2)
        .allMatch(body -> body.contains("\"schema\":" + SCHEMA))
        .allMatch(body -> body.contains("\"content\":\"hi\""));
  }

  @Test
  void everyRequestOfAComparisonGetsTheSchemaOfStdin() {
    Sluice.Ran ran =
        Sluice.command()
            .reading(SCHEMA)
            .run("compare", "--dry-run", "--json", "-q", "--schema", "-", "hi");

    assertThat(ran.code()).isEqualTo(ExitCode.COMPLETED);
    assertThat(ran.out().lines()).hasSize(2).allMatch(line -> line.contains("json_schema"));
  }

  @Test
  void stdinIsOneThingAlone() {
    String twice = "- is stdin, which can be read once; name it once";
    refused(twice, "--schema", "-", "-f", "-", "hi");
    refused(twice, "--schema", "-", "-a", "-", "hi");
    refused(twice, "--schema", "-", "--messages", "-");
    refused(twice, "compare", "--schema", "-", "-f", "-", "hi");
    refused(
        "--schema is '-', but stdin is the conversation; name a file with the schema",
        "chat",
        "--schema",
        "-");
    refused("stdin: is no JSON: malformed JSON", "--schema", "-", "hi");
  }

  private static void refused(String why, String... args) {
    assertThat(Sluice.command().reading("hi").run(args))
        .isEqualTo(new Sluice.Ran(ExitCode.NOTHING_SENT, "", "sluice: " + why + "\n"));
  }

  private static Sluice.Ran asked(String answer, String... args) {
    String stream =
        "data: {\"id\":\"c\",\"choices\":[{\"index\":0,\"delta\":{\"content\":"
            + JsonWriter.json(answer).text()
            + "},\"finish_reason\":\"stop\"}]}\n\ndata: [DONE]\n\n";
    try (Simulator server =
        Simulator.builder()
            .replayBytes(stream.getBytes(StandardCharsets.UTF_8), "text/event-stream")
            .start()) {
      return Sluice.command().with("OPENAI_BASE_URL", server.baseUrl().toString()).run(args);
    }
  }
}
