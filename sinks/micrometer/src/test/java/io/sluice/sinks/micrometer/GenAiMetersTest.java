package io.sluice.sinks.micrometer;

import static org.assertj.core.api.Assertions.assertThat;

import io.micrometer.core.instrument.Meter;
import io.micrometer.core.instrument.Tag;
import io.micrometer.core.instrument.config.MeterFilter;
import io.micrometer.core.instrument.simple.SimpleMeterRegistry;
import io.sluice.chat.ChatRequest;
import io.sluice.pipeline.Delivery;
import io.sluice.pipeline.Pipeline;
import io.sluice.testkit.AnswerScript;
import io.sluice.testkit.Chunks;
import io.sluice.testkit.ScriptedTransport;
import java.util.List;
import org.junit.jupiter.api.Test;

/** What a Micrometer registry is told of runs. */
class GenAiMetersTest {

  private final SimpleMeterRegistry registry = new SimpleMeterRegistry();
  private final GenAiMeters meters = GenAiMeters.of(registry);

  @Test
  void aRunThatCompletedIsTimedAndItsTokensAreSummedUp() {
    play("gpt-4o-mini", AnswerScript.answer("The ", "Danube."));

    assertThat(registry.get("gen_ai.client.operation").tag("error.type", "none").timer().count())
        .isEqualTo(1);
    assertThat(registry.get("gen_ai.client.operation.time_to_first_chunk").timer().count())
        .isEqualTo(1);
    assertThat(registry.get("sluice.time_to_first_token").timer().count()).isEqualTo(1);
    assertThat(tokens("input")).isEqualTo(9);
    assertThat(tokens("output")).isEqualTo(2);
  }

  @Test
  void aRunThatWasCutIsSortedByItsError() {
    play("gpt-4o-mini", AnswerScript.silence().text("The Da").cut());

    assertThat(
            registry.get("gen_ai.client.operation").tag("error.type", "truncated").timer().count())
        .isEqualTo(1);
    assertThat(registry.find("gen_ai.client.token.usage").meters()).isEmpty();
  }

  @Test
  void retriesAreCountedByWhatWentWrong() {
    play("gpt-4o-mini", AnswerScript.silence().retry().retry().text("at last").done());

    assertThat(registry.get("sluice.retries").tag("kind", "connection").counter().count())
        .isEqualTo(2);
  }

  @Test
  void nothingIsUnderWayOnceTheRunIsOver() {
    play("gpt-4o-mini", AnswerScript.answer("a"));

    assertThat(registry.get("gen_ai.client.operation.active").longTaskTimer().activeTasks())
        .isZero();
  }

  @Test
  void aFigureThatTheServerLeavesOutIsNotRecorded() {
    play(
        "gpt-4o-mini",
        AnswerScript.silence()
            .text("a")
            .chunk(Chunks.read("{\"choices\":[],\"usage\":{\"completion_tokens\":7}}"))
            .done());

    assertThat(tokens("output")).isEqualTo(7);
    assertThat(
            registry.find("gen_ai.client.token.usage").tag("gen_ai.token.type", "input").meters())
        .isEmpty();
  }

  @Test
  void nothingIsUnderWayIfARegistryRefusedAFigure() {
    registry
        .config()
        .meterFilter(
            new MeterFilter() {
              @Override
              public Meter.Id map(Meter.Id id) {
                if (id.getName().equals("gen_ai.client.token.usage")) {
                  throw new IllegalStateException("refused");
                }
                return id;
              }
            });

    play("gpt-4o-mini", AnswerScript.answer("a"));

    assertThat(registry.get("gen_ai.client.operation.active").longTaskTimer().activeTasks())
        .isZero();
  }

  @Test
  void modelsBeyondTheFirstHundredShareATag() {
    for (int model = 0; model < GenAiMeters.MOST_MODELS + 20; model++) {
      play("model-" + model, AnswerScript.answer("a"));
    }

    List<String> models =
        registry.find("gen_ai.client.operation").meters().stream()
            .map(Meter::getId)
            .map(id -> id.getTag("gen_ai.request.model"))
            .distinct()
            .toList();
    assertThat(models).hasSize(GenAiMeters.MOST_MODELS + 1).contains("other");
  }

  @Test
  void noTagHoldsAWordOfPromptOrAnswer() {
    play("gpt-4o-mini", AnswerScript.answer("The ", "Danube."));

    assertThat(registry.getMeters())
        .flatExtracting(meter -> meter.getId().getTags())
        .extracting(Tag::getValue)
        .noneMatch(value -> value.contains("Danube") || value.contains("river"));
  }

  private double tokens(String type) {
    return registry
        .get("gen_ai.client.token.usage")
        .tag("gen_ai.token.type", type)
        .summary()
        .totalAmount();
  }

  private void play(String model, AnswerScript script) {
    Pipeline.from(ScriptedTransport.playing(script))
        .to("meters", meters::sink, Delivery.optional())
        .to("beside", chunk -> {})
        .build()
        .start(ChatRequest.of(model, "Name a river."))
        .result()
        .toCompletableFuture()
        .join();
  }
}
