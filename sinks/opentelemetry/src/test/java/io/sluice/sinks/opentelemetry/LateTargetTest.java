package io.sluice.sinks.opentelemetry;

import static org.assertj.core.api.Assertions.assertThat;

import io.sluice.chat.ChatRequest;
import io.sluice.observe.ObservedStream;
import io.sluice.observe.StreamObservation;
import io.sluice.stream.StreamOptions;
import java.util.concurrent.CompletableFuture;
import org.junit.jupiter.api.Test;

/** An OpenTelemetry that comes later than the run. */
class LateTargetTest {

  @Test
  void anObserverDoesNotWaitForItToTellTheServer() {
    StreamObservation observed =
        GenAiTelemetry.builder(new CompletableFuture<>())
            .propagating()
            .build()
            .observer()
            .started(
                ObservedStream.of(
                    ChatRequest.of("gpt-4o-mini", "Name a river."),
                    StreamOptions.defaults(),
                    "http://localhost:8080/v1",
                    "openai"));

    assertThat(observed.headers()).isEmpty();
  }
}
