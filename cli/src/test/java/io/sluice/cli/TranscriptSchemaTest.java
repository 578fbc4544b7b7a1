package io.sluice.cli;

import static org.assertj.core.api.Assertions.assertThat;

import com.networknt.schema.Error;
import com.networknt.schema.InputFormat;
import com.networknt.schema.Schema;
import com.networknt.schema.SchemaRegistry;
import com.networknt.schema.SpecificationVersion;
import io.sluice.simulator.Simulator;
import io.sluice.simulator.fault.Fault;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** What is written is what {@code docs/transcript.schema.json} says, by a validator of others. */
class TranscriptSchemaTest {
  private static final Path GOLDEN =
      Path.of("..", "core", "src", "test", "resources", "io", "sluice", "transcript");
  private Schema schema;

  @BeforeEach
  void read() throws IOException {
    schema =
        SchemaRegistry.withDefaultDialect(SpecificationVersion.DRAFT_2020_12)
            .getSchema(Files.readString(Path.of("..", "docs", "transcript.schema.json")));
  }

  @Test
  void answersOfTheBuiltInModelAreValid() {
    assertValid(Sluice.command().run("--events", "hello").out().lines().toList());
  }

  @ParameterizedTest
  @ValueSource(strings = {"stall=2", "status=401", "reset=2", "error-event=2"})
  void answersThatGoWrongAreValid(String fault) throws IOException {
    try (Simulator server = Simulator.builder().fault(Fault.parse(fault)).start()) {
      String out =
          Sluice.command()
              .with("OPENAI_BASE_URL", server.baseUrl().toString())
              .run("--events", "--idle-timeout", "200ms", "hello")
              .out();
      assertThat(out).contains("\"type\":\"end\"").doesNotContain("\"completed\"");
      assertValid(out.lines().toList());
    }
  }

  @Test
  void attributesOfARunAreStrings() {
    String open =
        "{\"type\":\"open\",\"version\":1,\"id\":\"a\",\"started\":\"2026-01-31T09:30:00Z\","
            + "\"endpoint\":\"e\",\"attributes\":";

    assertValid(List.of(open + "{\"tenant\":\"blue\"}}"));
    assertThat(errors(open + "{\"tenant\":1}}")).isNotEmpty();
    assertThat(errors(open + "{}}")).isNotEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"run.jsonl", "ends.jsonl"})
  void everyKindOfLineIsValid(String file) throws IOException {
    assertValid(Files.readAllLines(GOLDEN.resolve(file)));
  }

  @ParameterizedTest
  @ValueSource(
      strings = {
        "[]",
        "{}",
        "{\"type\":\"weather\"}",
        "{\"type\":\"open\",\"version\":2,\"id\":\"a\",\"started\":\"2026-01-31T09:30:00Z\","
            + "\"endpoint\":\"e\"}",
        "{\"type\":\"chunk\",\"at_ms\":-1,\"data\":{}}",
        "{\"type\":\"chunk\",\"at_ms\":1}",
        "{\"type\":\"end\",\"status\":\"failed\",\"chunks\":0,\"attempts\":0,"
            + "\"finish_reasons\":[],\"timing\":{},\"irregularities\":[]}"
      })
  void otherLinesAreNot(String line) {
    assertThat(errors(line)).isNotEmpty();
  }

  private void assertValid(List<String> lines) {
    assertThat(lines).isNotEmpty().allSatisfy(line -> assertThat(errors(line)).as(line).isEmpty());
  }

  private List<Error> errors(String line) {
    return schema.validate(line, InputFormat.JSON);
  }
}
