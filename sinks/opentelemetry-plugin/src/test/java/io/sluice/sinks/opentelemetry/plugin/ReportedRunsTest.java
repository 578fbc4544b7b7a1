package io.sluice.sinks.opentelemetry.plugin;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What a receiver of OTLP gets of runs, read by another protobuf than it was written with. */
class ReportedRunsTest {

  private static final Path GOLDEN =
      Path.of("src", "test", "resources", "io", "sluice", "sinks", "opentelemetry", "plugin");

  /** {@code -Dsluice.golden=write} writes the files anew. */
  @ParameterizedTest
  @ValueSource(strings = {"1.41", "0.1", "both"})
  void spansAndMetricsAreThoseOfTheConventions(String version) throws IOException {
    var text = new StringBuilder();
    for (Scenario scenario : Scenario.values()) {
      try (var receiver = OtlpReceiver.start()) {
        OtelRun.play(receiver, scenario, ",conventions=" + version);
        text.append("== ").append(scenario.name().toLowerCase(java.util.Locale.ROOT)).append('\n');
        text.append(OtlpText.of(receiver));
      }
    }
    Path golden = GOLDEN.resolve("runs-" + version + ".txt");
    if ("write".equals(System.getProperty("sluice.golden"))) {
      Files.createDirectories(GOLDEN);
      Files.writeString(golden, text);
    }
    assertThat(text.toString())
        .as(golden + "; if the change is meant, -Dsluice.golden=write writes it anew")
        .isEqualTo(Files.readString(golden));
  }

  @ParameterizedTest
  @EnumSource(Scenario.class)
  void noWordOfPromptOrAnswerIsInAnyByte(Scenario scenario) throws IOException {
    try (var receiver = OtlpReceiver.start()) {
      OtelRun.play(receiver, scenario, ",also=langfuse+openinference,chunks=true,count=true");

      assertThat(receiver.spans()).hasSize(1);
      assertThat(receiver.everything())
          .contains("gpt-4o-mini")
          .doesNotContainIgnoringCase("danube")
          .doesNotContainIgnoringCase("rivers")
          .doesNotContainIgnoringCase("rhine")
          .doesNotContain("Slow");
    }
  }

  @Test
  void wordsAreReportedWhereTheyAreAskedFor() throws IOException {
    try (var receiver = OtlpReceiver.start()) {
      OtelRun.play(receiver, Scenario.TOOLS, ",content=span");

      assertThat(receiver.everything()).contains("Danube", "Speak of rivers.", "Finds rivers.");
      assertThat(receiver.logRecords()).isZero();
    }
    try (var receiver = OtlpReceiver.start()) {
      OtelRun.play(receiver, Scenario.COMPLETE, ",content=event,content-limit=4");

      assertThat(receiver.logRecords()).isEqualTo(1);
      assertThat(receiver.everything()).contains("Spea").doesNotContain("Speak of");
    }
  }

  @Test
  void tokensAreCountedIfTheServerReportsNoneAndTheReportSaysSo() throws IOException {
    try (var receiver = OtlpReceiver.start()) {
      OtelRun.play(receiver, Scenario.NO_USAGE, ",count=true");

      assertThat(OtlpText.of(receiver))
          .contains("sluice.usage.basis = exact", "gen_ai.usage.output_tokens = 4");
    }
    try (var receiver = OtlpReceiver.start()) {
      OtelRun.play(receiver, Scenario.COMPLETE, ",count=true");

      assertThat(OtlpText.of(receiver))
          .doesNotContain("sluice.usage.basis")
          .contains("gen_ai.usage.output_tokens = 7");
    }
  }

  @Test
  void otherBackendsGetTheirOwnAttributesToo() throws IOException {
    try (var receiver = OtlpReceiver.start()) {
      OtelRun.play(receiver, Scenario.COMPLETE, ",also=langfuse+openinference,chunks=true");

      assertThat(OtlpText.of(receiver))
          .contains(
              "langfuse.observation.completion_start_time = ",
              "openinference.span.kind = LLM",
              "llm.token_count.total = 18",
              "metric gen_ai.client.operation.time_per_output_chunk histogram s");
    }
  }

  @Test
  void theServiceIsNamedAndFieldsOfAFileAreSent() throws IOException {
    Path file = Files.createTempFile("headers", ".txt");
    try (var receiver = OtlpReceiver.start()) {
      Files.writeString(file, "# of the receiver\nX-Tenant: acme, and = co\n");
      OtelRun.play(receiver, Scenario.COMPLETE, ",headers=" + file);

      assertThat(receiver.header("X-tenant")).isNotEmpty().containsOnly("acme, and = co");
      assertThat(receiver.resources().toString()).contains("sluice");
    } finally {
      Files.delete(file);
    }
  }
}
