package io.sluice.sinks.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatIllegalArgumentException;
import static org.assertj.core.api.Assertions.entry;

import io.opentelemetry.api.trace.Span;
import io.opentelemetry.api.trace.SpanKind;
import io.opentelemetry.api.trace.StatusCode;
import io.opentelemetry.context.Context;
import io.sluice.chat.ChatRequest;
import io.sluice.chat.Json;
import io.sluice.pipeline.Delivery;
import io.sluice.pipeline.Pipeline;
import io.sluice.pipeline.PipelineResult;
import io.sluice.pipeline.RunOptions;
import io.sluice.stream.End;
import io.sluice.stream.Failure;
import io.sluice.testkit.AnswerScript;
import io.sluice.testkit.Chunks;
import io.sluice.testkit.ScriptedTransport;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What an OpenTelemetry is told of runs. */
class GenAiTelemetryTest {

  private static final ChatRequest REQUEST =
      ChatRequest.builder("gpt-4o-mini")
          .system("Speak of rivers.")
          .user("Name the Danube.")
          .temperature(0.5)
          .maxTokens(20)
          .stop("END")
          .with("top_k", new Json("40"))
          .with("response_format", new Json("{\"type\":\"json_object\"}"))
          .build();

  private final Backend backend = new Backend();

  @AfterEach
  void close() {
    backend.close();
  }

  @Test
  void aRunIsAClientSpanNamedAfterItsModel() {
    play(answered());

    assertThat(backend.span().getName()).isEqualTo("chat gpt-4o-mini");
    assertThat(backend.span().getKind()).isEqualTo(SpanKind.CLIENT);
    assertThat(backend.span().getStatus().getStatusCode()).isEqualTo(StatusCode.UNSET);
    assertThat(backend.span().getInstrumentationScopeInfo().getSchemaUrl())
        .isEqualTo("https://opentelemetry.io/schemas/1.41.0");
    assertThat(backend.attributes())
        .contains(
            entry("gen_ai.operation.name", "chat"),
            entry("gen_ai.provider.name", "openai"),
            entry("gen_ai.request.model", "gpt-4o-mini"),
            entry("gen_ai.request.stream", true),
            entry("gen_ai.request.temperature", 0.5),
            entry("gen_ai.request.top_k", 40.0),
            entry("gen_ai.request.max_tokens", 20L),
            entry("gen_ai.request.stop_sequences", List.of("END")),
            entry("gen_ai.output.type", "json"),
            entry("gen_ai.response.finish_reasons", List.of("stop")),
            entry("gen_ai.usage.input_tokens", 11L),
            entry("gen_ai.usage.output_tokens", 3L),
            entry("sluice.status", "completed"),
            entry("sluice.chunks", 5L))
        .containsKeys("sluice.run.id", "gen_ai.response.time_to_first_chunk")
        .doesNotContainKeys("error.type", "gen_ai.request.choice.count");
  }

  @Test
  void noWordOfPromptOrAnswerIsToldUnlessAskedFor() {
    play(answered());

    assertThat(backend.everything()).doesNotContain("rivers").doesNotContain("Danube");
  }

  @Test
  void contentOnTheSpanHasTheSchemasOfTheConventions() {
    play(GenAiTelemetry.builder(backend.target()).content(ContentCapture.SPAN).build(), answered());

    assertThat(backend.attributes())
        .contains(
            entry(
                "gen_ai.system_instructions",
                "[{\"type\":\"text\",\"content\":\"Speak of rivers.\"}]"),
            entry(
                "gen_ai.input.messages",
                "[{\"role\":\"user\",\"parts\":[{\"type\":\"text\",\"content\":\"Name the"
                    + " Danube.\"}]}]"),
            entry(
                "gen_ai.output.messages",
                "[{\"role\":\"assistant\",\"parts\":[{\"type\":\"text\",\"content\":\"The"
                    + " Danube.\"}],\"finish_reason\":\"stop\"}]"));
  }

  @Test
  void contentAsAnEventBelongsToTheSpan() {
    play(
        GenAiTelemetry.builder(backend.target()).content(ContentCapture.EVENT).build(), answered());

    var event = backend.logs.getFinishedLogRecordItems().get(0);
    assertThat(event.getEventName()).isEqualTo("gen_ai.client.inference.operation.details");
    assertThat(event.getSpanContext()).isEqualTo(backend.span().getSpanContext());
    assertThat(Backend.named(event.getAttributes())).containsKey("gen_ai.output.messages");
    assertThat(backend.attributes()).doesNotContainKey("gen_ai.output.messages");
  }

  @Test
  void contentIsRedactedThenCutAndTheCutIsMarked() {
    play(
        GenAiTelemetry.builder(backend.target())
            .content(ContentCapture.SPAN)
            .redacting(text -> text.replace("Danube", "[river]"))
            .contentLimit(9)
            .build(),
        answered());

    assertThat(backend.attributes().get("gen_ai.output.messages"))
        .asString()
        .contains("\"content\":\"The [rive… [cut]\"");
    assertThat(backend.everything()).doesNotContain("Danube");
  }

  @Test
  void aRedactorThatThrowsLeavesTheTextOutAndTheRunAlone() {
    PipelineResult result =
        play(
            GenAiTelemetry.builder(backend.target())
                .content(ContentCapture.SPAN)
                .redacting(
                    text -> {
                      throw new IllegalStateException(text);
                    })
                .build(),
            answered());

    assertThat(result.sinkFailures()).isEmpty();
    assertThat(backend.everything()).doesNotContain("Danube");
  }

  @Test
  void aFailureIsNamedByTheProvidersCode() {
    play(
        AnswerScript.silence()
            .text("a")
            .end(
                new End.Failed(
                    new Failure.Provider(
                        Optional.of("rate_limit_exceeded"), Optional.empty(), "slow down"))));

    assertThat(backend.span().getStatus().getStatusCode()).isEqualTo(StatusCode.ERROR);
    assertThat(backend.attributes()).containsEntry("error.type", "rate_limit_exceeded");
    assertThat(backend.everything()).doesNotContain("slow down");
    assertThat(backend.points("gen_ai.client.operation.duration"))
        .singleElement()
        .satisfies(point -> assertThat(point).containsEntry("error.type", "rate_limit_exceeded"));
  }

  @Test
  void anAnswerThatWasCutIsTruncated() {
    play(AnswerScript.silence().text("The Da").cut());

    assertThat(backend.attributes())
        .contains(entry("error.type", "truncated"), entry("sluice.status", "truncated"));
  }

  @Test
  void aRetryIsAnEventOfTheSpan() {
    play(AnswerScript.silence().retry().text("again").done());

    assertThat(backend.span().getEvents())
        .singleElement()
        .satisfies(
            event -> {
              assertThat(event.getName()).isEqualTo("sluice.retry");
              assertThat(Backend.named(event.getAttributes()))
                  .containsKeys("attempt", "delay_ms", "error.type");
            });
    assertThat(backend.sum("sluice.client.retries")).isEqualTo(1);
  }

  @Test
  void nothingIsActiveOnceTheRunIsOver() {
    play(answered());

    assertThat(backend.sum("sluice.client.active")).isZero();
  }

  @Test
  void theMetricsOfTheCoreConventionsAreTheDefault() {
    play(answered());

    assertThat(backend.metrics())
        .containsOnly(
            entry("gen_ai.client.operation.duration", "HISTOGRAM s"),
            entry("gen_ai.client.operation.time_to_first_chunk", "HISTOGRAM s"),
            entry("gen_ai.client.token.usage", "HISTOGRAM {token}"),
            entry("sluice.client.active", "LONG_SUM {run}"));
    assertThat(backend.points("gen_ai.client.token.usage"))
        .extracting(point -> point.get("gen_ai.token.type"))
        .containsExactlyInAnyOrder("input", "output");
  }

  @Test
  void theMetricsOfTheNextConventionsAreCountersAndHistograms() {
    play(
        GenAiTelemetry.builder(backend.target()).conventions(Conventions.V0_1).build(), answered());

    assertThat(backend.metrics())
        .containsOnly(
            entry("gen_ai.client.inference.duration", "HISTOGRAM s"),
            entry("gen_ai.client.inference.time_to_first_chunk", "HISTOGRAM s"),
            entry("gen_ai.client.inference.operation.input_tokens", "HISTOGRAM {token}"),
            entry("gen_ai.client.inference.operation.output_tokens", "HISTOGRAM {token}"),
            entry("gen_ai.client.inference.usage.input_tokens", "LONG_SUM {token}"),
            entry("gen_ai.client.inference.usage.output_tokens", "LONG_SUM {token}"),
            entry("sluice.client.active", "LONG_SUM {run}"));
    assertThat(backend.span().getInstrumentationScopeInfo().getSchemaUrl()).isNull();
  }

  @Test
  void bothConventionsStandSideBySide() {
    play(
        GenAiTelemetry.builder(backend.target()).conventions(Conventions.BOTH).build(), answered());

    assertThat(backend.metrics())
        .containsKeys("gen_ai.client.operation.duration", "gen_ai.client.inference.duration")
        .allSatisfy((name, kind) -> assertThat(kind).doesNotContain("twice"));
  }

  @Test
  void theSpanBelongsToTheParentThatTheRunWasGiven() {
    Span parent = backend.target().getTracer("test").spanBuilder("page").startSpan();

    pipeline(GenAiTelemetry.of(backend.target()), answered())
        .run(REQUEST, RunOptions.defaults().parent(Context.root().with(parent)));

    assertThat(backend.span().getParentSpanId()).isEqualTo(parent.getSpanContext().getSpanId());
  }

  @Test
  void aLimitThatLeavesNothingIsRefused() {
    assertThatIllegalArgumentException()
        .isThrownBy(() -> GenAiTelemetry.builder(backend.target()).contentLimit(0))
        .withMessage("a content limit of 0 leaves nothing; use at least 1");
  }

  private static AnswerScript answered() {
    return AnswerScript.silence()
        .chunk(Chunks.role())
        .text("The ")
        .text("Danube.")
        .chunk(Chunks.finish())
        .chunk(Chunks.usage(11, 3))
        .done();
  }

  private PipelineResult play(AnswerScript script) {
    return play(GenAiTelemetry.of(backend.target()), script);
  }

  private static PipelineResult play(GenAiTelemetry telemetry, AnswerScript script) {
    return pipeline(telemetry, script).start(REQUEST).result().toCompletableFuture().join();
  }

  private static Pipeline pipeline(GenAiTelemetry telemetry, AnswerScript script) {
    return Pipeline.from(ScriptedTransport.playing(script))
        .to("otel", telemetry::sink, Delivery.optional())
        .to("beside", chunk -> {})
        .build();
  }
}
