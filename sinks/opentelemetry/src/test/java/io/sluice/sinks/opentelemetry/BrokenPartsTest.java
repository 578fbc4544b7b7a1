package io.sluice.sinks.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.ChatRequest;
import io.sluice.pipeline.Delivery;
import io.sluice.pipeline.Pipeline;
import io.sluice.pipeline.PipelineResult;
import io.sluice.testkit.AnswerScript;
import io.sluice.testkit.ScriptedTransport;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

/** What a service hands in may be broken: the span ends all the same. */
class BrokenPartsTest {

  private final Backend backend = new Backend();

  @AfterEach
  void close() {
    backend.close();
  }

  @Test
  @SuppressWarnings("NullAway") // Foreign code may return null.
  void aRedactorThatReturnsNullLeavesTheTextOut() {
    PipelineResult result =
        play(
            GenAiTelemetry.builder(backend.target())
                .content(ContentCapture.SPAN)
                .redacting(text -> null)
                .build());

    assertThat(result.sinkFailures()).isEmpty();
    assertThat(backend.attributes()).containsEntry("sluice.status", "completed");
    assertThat(backend.everything()).doesNotContain("Danube");
    assertThat(backend.sum("sluice.client.active")).isZero();
  }

  @Test
  void aCounterThatBreaksIsToldOfAndTheSpanEnds() {
    var broken = new StackOverflowError("broken counter");
    List<Throwable> uncaught = new ArrayList<>();
    GenAiTelemetry telemetry =
        GenAiTelemetry.builder(CompletableFuture.completedFuture(backend.target()))
            .counting(
                (request, answer) -> {
                  Thread.currentThread()
                      .setUncaughtExceptionHandler((thread, thrown) -> uncaught.add(thrown));
                  throw broken;
                })
            .build();

    PipelineResult result = play(telemetry);

    assertThat(result.sinkFailures()).isEmpty();
    assertThat(uncaught).containsExactly(broken);
    assertThat(backend.span().hasEnded()).isTrue();
    assertThat(backend.sum("sluice.client.active")).isZero();
  }

  private static PipelineResult play(GenAiTelemetry telemetry) {
    AnswerScript script = AnswerScript.silence().text("The Danube.").done();
    return Pipeline.from(ScriptedTransport.playing(script))
        .to("otel", telemetry::sink, Delivery.optional())
        .to("beside", chunk -> {})
        .build()
        .start(ChatRequest.of("gpt-4o-mini", "Name the Danube."))
        .result()
        .toCompletableFuture()
        .join();
  }
}
