package io.sluice.sinks.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.ChatRequest;
import io.sluice.pipeline.Pipeline;
import io.sluice.sinks.opentelemetry.GenAiTelemetry.Extra;
import io.sluice.testkit.AnswerScript;
import io.sluice.testkit.Chunks;
import io.sluice.testkit.ScriptedTransport;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** A server that reports the tokens of its answer alone. */
class IncompleteUsageTest {

  private final Backend backend = new Backend();

  @AfterEach
  void close() {
    backend.close();
  }

  @Test
  void aFigureThatIsLeftOutIsNotReported() {
    play(
        GenAiTelemetry.builder(backend.target())
            .conventions(Conventions.BOTH)
            .also(Extra.OPENINFERENCE)
            .build());

    assertThat(backend.attributes())
        .containsEntry("gen_ai.usage.output_tokens", 7L)
        .containsEntry("llm.token_count.completion", 7L)
        .doesNotContainKeys(
            "gen_ai.usage.input_tokens",
            "llm.token_count.prompt",
            "llm.token_count.total",
            "sluice.usage.basis");
    assertThat(backend.points("gen_ai.client.token.usage"))
        .extracting(point -> point.get("gen_ai.token.type"))
        .containsExactly("output");
    assertThat(backend.metrics())
        .containsKey("gen_ai.client.inference.operation.output_tokens")
        .doesNotContainKeys(
            "gen_ai.client.inference.operation.input_tokens",
            "gen_ai.client.inference.usage.input_tokens");
  }

  @Test
  void theCounterGivesWhatIsLeftOutAndNothingElse() {
    play(
        GenAiTelemetry.builder(backend.target())
            .counting((request, answer) -> new CountedUsage(11, 99, "estimated"))
            .build());

    assertThat(backend.attributes())
        .containsEntry("gen_ai.usage.input_tokens", 11L)
        .containsEntry("gen_ai.usage.output_tokens", 7L)
        .containsEntry("sluice.usage.basis", "estimated");
  }

  private static void play(GenAiTelemetry telemetry) {
    AnswerScript script =
        AnswerScript.silence()
            .text("The Danube.")
            .chunk(Chunks.finish())
            .chunk(Chunks.read("{\"choices\":[],\"usage\":{\"completion_tokens\":7}}"))
            .done();
    Pipeline.from(ScriptedTransport.playing(script))
        .to("otel", telemetry.sink())
        .build()
        .start(ChatRequest.of("gpt-4o-mini", "Name the Danube."))
        .result()
        .toCompletableFuture()
        .join();
  }
}
